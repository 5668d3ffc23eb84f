import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Db, NewRow } from '../schema.ts'

/** One attempt to sign in. */
export type LoginRecord = Omit<NewRow<'loginRecords'>, 'id' | 'createdAt' | 'attempts' | 'refusalKey'>

/** Refusals of one network in so many seconds are one row. */
const refusalWindow = 15 * 60

/**
 * Writes one attempt down. An attempt that was refused unseen (`limited`) is added to the row of its network and window, so
 * that whoever is refused does not fill the table. Who signs in keeps an account that was being closed. One statement.
 */
export async function saveLoginRecord(db: Db, record: LoginRecord): Promise<void> {
  const refusalKey = record.reason === 'limited' ? refusalKeyOf(record.address ?? null) : null
  const [userId, auditId] = [record.succeeded ? (record.userId ?? null) : null, newId()]
  await db
    .with('reopened', (query) =>
      query
        .updateTable('users')
        .set({ closesAt: null })
        .where('id', '=', userId ?? sql<string>`null`)
        .where('closesAt', 'is not', null)
        .returning('id'),
    )
    .with('noted', (query) =>
      query
        .insertInto('auditEvents')
        .columns(['id', 'actorId', 'action', 'subjectType', 'subjectId', 'address'])
        .expression(
          sql`select ${auditId}::uuid, id, 'user.closure_undone', 'user', id::text, ${record.address ?? null}::inet from reopened`,
        ),
    )
    .insertInto('loginRecords')
    .values({ id: newId(), ...record, userId: ifThere(record.userId ?? null), refusalKey })
    .onConflict((conflict) =>
      conflict
        .column('refusalKey')
        .where('refusalKey', 'is not', null)
        .doUpdateSet(({ ref }) => ({
          attempts: sql<number>`${ref('loginRecords.attempts')} + 1`,
          // Whose account it was is said as long as it was one.
          userId: sql<
            string | null
          >`nullif(${ref('loginRecords.userId')}, nullif(${ref('loginRecords.userId')}, ${ref('excluded.userId')}))`,
        })),
    )
    .execute()
}

/** The user, unless somebody has deleted them since they were found. */
const ifThere = (userId: string | null) => sql<string | null>`(select id from users where id = ${userId} for key share)`

/** An IPv4 address or the /64 of an IPv6 one, and the window that it is now. */
function refusalKeyOf(address: string | null) {
  const inet = sql`${address}::inet`
  const bits = sql`case family(${inet}) when 6 then 64 else 32 end`
  return sql<string>`
    coalesce(network(set_masklen(${inet}, ${bits}))::text, '') || ' '
    || floor(extract(epoch from now()) / ${refusalWindow}::integer)::text`
}

/**
 * Whether the person of the row that is read has signed in from that network before: part of a statement over `users`.
 * The index of known addresses is asked for a range of it.
 */
export function hasSignedInFrom(network: string) {
  return sql<boolean>`exists (
    select from login_records
    where user_id = users.id and succeeded and address <<= ${network}::inet)`
}

/** The same for any network. */
export const hasSignedIn = sql<boolean>`exists (select from login_records where user_id = users.id and succeeded)`

/**
 * Lets one sign-in of a person after the other be written down until the transaction ends. One statement.
 * @returns where the owner is reached
 */
export function lockForSignIn(db: Db, userId: string) {
  return db
    .selectFrom('users')
    .select(['itc', 'phone', 'email', 'preferredLanguage'])
    .where('id', '=', userId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Whether a person has signed in before, from that network and from anywhere. One statement. */
export async function findEarlierSignIns(
  db: Db,
  userId: string,
  network: string,
): Promise<{ fromHere: boolean; fromAnywhere: boolean }> {
  const row = await db
    .selectFrom('users')
    .select([hasSignedInFrom(network).as('fromHere'), hasSignedIn.as('fromAnywhere')])
    .where('id', '=', userId)
    .executeTakeFirst()
  return row ?? { fromHere: false, fromAnywhere: false }
}
