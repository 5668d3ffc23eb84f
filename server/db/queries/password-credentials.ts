import { sql } from 'kysely'
import type { Db, NewRow } from '../schema.ts'

/** Stands for the password of a row that is read, and tells nothing about it; null where there is none. Part of a statement. */
export const passwordMark = sql<string | null>`encode(sha256(convert_to(password_credentials.hash, 'UTF8')), 'hex')`

/**
 * Whether somebody still has the password that a sign-in was made with; nobody gives them another until the statement, or its
 * transaction, is over: what came of the sign-in by then ends with the password. The user is locked first, as whoever sets a
 * password does. Part of a statement.
 * @param mark undefined where no password was looked at
 */
export const stillHasPassword = (userId: string, mark: string | undefined) =>
  mark === undefined
    ? sql<boolean>`true`
    : sql<boolean>`exists (
        select from users join password_credentials on user_id = users.id
        where users.id = ${userId} and ${passwordMark} = ${mark}
        for key share of users for share of password_credentials)`

/** The same by itself. One statement. */
export async function hasPassword(db: Db, userId: string, mark: string): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`select ${stillHasPassword(userId, mark)} as stands`.execute(db)
  return rows[0]?.stands ?? false
}

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

/**
 * Gives a user a password in place of the one they have, if any, and counts the change. One statement.
 * @param former how many former passwords are remembered, the replaced one among them
 */
export async function replacePassword(
  db: Db,
  { userId, hash, mustChange = false }: Pick<NewRow<'passwordCredentials'>, 'userId' | 'hash' | 'mustChange'>,
  former: number,
): Promise<void> {
  await sql`
    with replaced as (select hash from password_credentials where user_id = ${userId} for update),
    remembered as (
      insert into password_history (user_id, hash) select ${userId}::uuid, hash from replaced where ${former}::int > 0
    ),
    forgotten as (
      -- What this statement adds it does not see: so many older ones stay beside it.
      delete from password_history where user_id = ${userId} and id not in (
        select id from password_history where user_id = ${userId}
        order by created_at desc, id desc limit greatest(${former}::int - 1, 0))
    ),
    counted as (
      insert into user_modifications (user_id, field) values (${userId}, 'password')
      on conflict (user_id, field) do update set count = user_modifications.count + 1, changed_at = now()
    )
    -- The count has the former one locked and read before it is replaced.
    insert into password_credentials (user_id, hash, must_change)
    select ${userId}::uuid, ${hash}, ${mustChange}::boolean from (select count(*) from replaced) as locked
    on conflict (user_id) do update
    set hash = excluded.hash, must_change = excluded.must_change, changed_at = now(), expires_at = null`.execute(db)
}

/** The hashes of a user's password and of the latest former ones, the present one first. One statement. */
export async function findPasswordHashes(db: Db, userId: string, former: number): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select hash from password_credentials where user_id = ${userId}
    union all
    (select hash from password_history where user_id = ${userId} order by created_at desc, id desc limit ${former})`.execute(
    db,
  )
  return rows.map(({ hash }) => hash)
}

/** Gives users passwords in place of those they have, if any; the list is one parameter. One statement. */
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

/** Takes a user's password away. One statement. */
export async function deletePassword(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('passwordCredentials').where('userId', '=', userId).execute()
}

/** Says whether another password has to be chosen at the next sign-in. One statement. @returns whether that is new */
export async function setMustChange(db: Db, userId: string, mustChange: boolean): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passwordCredentials')
    .set({ mustChange })
    .where('userId', '=', userId)
    .where('mustChange', '!=', mustChange)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The hash of a user's password, which stays what it is until the transaction ends. One statement. */
export async function lockPasswordHash(trx: Db, userId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('passwordCredentials')
    .select('hash')
    .where('userId', '=', userId)
    .forUpdate()
    .executeTakeFirst()
  return row?.hash
}
