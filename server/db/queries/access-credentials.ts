import type { Db, NewRow } from '../schema.ts'

/** Remembers what a management token is known by. One statement. */
export async function insertAccessCredential(db: Db, credential: NewRow<'accessCredentials'>): Promise<void> {
  await db.insertInto('accessCredentials').values(credential).execute()
}
