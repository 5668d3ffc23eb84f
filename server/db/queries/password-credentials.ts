import { sql } from 'kysely'
import type { Db, NewRow } from '../schema.ts'

/** Gives users their first passwords; the list is one parameter. One statement. */
export async function insertPasswords(
  db: Db,
  passwords: readonly Pick<NewRow<'passwordCredentials'>, 'userId' | 'hash' | 'mustChange'>[],
): Promise<void> {
  await sql`
    insert into password_credentials (user_id, hash, must_change)
    select "userId", hash, coalesce("mustChange", false)
    from jsonb_to_recordset(${JSON.stringify(passwords)}) as ("userId" uuid, hash text, "mustChange" boolean)
  `.execute(db)
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

/** The same for many users; the list is one parameter. One statement. */
export async function replacePasswords(
  db: Db,
  passwords: readonly Pick<NewRow<'passwordCredentials'>, 'userId' | 'hash'>[],
): Promise<void> {
  await sql`
    with given as materialized (
      select "userId" as user_id, hash
      from jsonb_to_recordset(${JSON.stringify(passwords)}) as ("userId" uuid, hash text)
    ),
    counted as (
      insert into user_modifications (user_id, field) select user_id, 'password' from given
      on conflict (user_id, field) do update set count = user_modifications.count + 1, changed_at = now()
    )
    insert into password_credentials (user_id, hash) select user_id, hash from given
    on conflict (user_id) do update set hash = excluded.hash, must_change = false, changed_at = now(), expires_at = null
  `.execute(db)
}
