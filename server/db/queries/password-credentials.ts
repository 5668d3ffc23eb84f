import { sql } from 'kysely'
import type { Db, NewRow } from '../schema.ts'

/** Gives users their first passwords. One statement. */
export async function insertPasswords(
  db: Db,
  passwords: readonly Pick<NewRow<'passwordCredentials'>, 'userId' | 'hash' | 'mustChange'>[],
): Promise<void> {
  await db.insertInto('passwordCredentials').values(passwords).execute()
}

/** Gives a user a password in place of the one they have, if any, and counts the modification. One statement. */
export async function replacePassword(
  db: Db,
  password: Pick<NewRow<'passwordCredentials'>, 'userId' | 'hash' | 'mustChange'>,
): Promise<void> {
  const { hash, mustChange } = password
  await db
    .with('counted', (query) =>
      query
        .insertInto('userModifications')
        .values({ userId: password.userId, field: 'password' })
        .onConflict((conflict) =>
          conflict
            .columns(['userId', 'field'])
            .doUpdateSet({ count: sql`user_modifications.count + 1`, changedAt: sql`now()` }),
        ),
    )
    .insertInto('passwordCredentials')
    .values(password)
    .onConflict((conflict) =>
      conflict.column('userId').doUpdateSet({ hash, mustChange, changedAt: sql`now()`, expiresAt: null }),
    )
    .execute()
}
