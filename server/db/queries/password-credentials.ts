import type { Db, NewRow } from '../schema.ts'

/** Gives users their first passwords. One statement. */
export async function insertPasswords(
  db: Db,
  passwords: readonly Pick<NewRow<'passwordCredentials'>, 'userId' | 'hash' | 'mustChange'>[],
): Promise<void> {
  await db.insertInto('passwordCredentials').values(passwords).execute()
}
