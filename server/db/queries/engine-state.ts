import { type RawBuilder, sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db, NewRow, Row } from '../schema.ts'

const keyColumns = ['model', 'idHash'] as const
const contentColumns = ['payload', 'grantHash', 'userCode', 'uid', 'userId', 'clientId'] as const

/** One thing that the OpenID engine keeps: a code, a refresh token, a grant, an interaction. */
export type EngineRecord = Pick<
  NewRow<'engineState'>,
  (typeof keyColumns)[number] | (typeof contentColumns)[number]
> & {
  /** For how many seconds. */
  readonly expiresIn: number
}

/** A stored payload, and its times by the database's clock: those of nodes may differ. */
export interface StoredEngineRecord extends Row<'engineState', readonly ['payload']> {
  /** Seconds until it is over, negative when it is. */
  readonly left: number
  /** Seconds since it was used up; null when it was not. */
  readonly usedFor: number | null
}

const left = sql<number>`ceil(extract(epoch from expires_at - now()))::float8`
const usedFor = sql<number | null>`extract(epoch from now() - consumed_at)::float8`
const stored = ['payload', left.as('left'), usedFor.as('usedFor')] as const

const rowOf = <Record extends { readonly expiresIn: number }>({ expiresIn, ...columns }: Record) => ({
  ...columns,
  expiresAt: inSeconds(expiresIn),
})

/**
 * Adds the record. One statement.
 * @returns false when there is one of that id
 */
export async function insertEngineRecord(db: Db, record: EngineRecord): Promise<boolean> {
  const result = await db
    .insertInto('engineState')
    .values(rowOf(record))
    .onConflict((conflict) => conflict.columns(keyColumns).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/**
 * Replaces what is kept of a record. One statement.
 * @returns false when it has ended
 */
export async function updateEngineRecord(db: Db, record: EngineRecord): Promise<boolean> {
  const { model, idHash, ...changes } = rowOf(record)
  const result = await db
    .updateTable('engineState')
    .set(changes)
    .where('model', '=', model)
    .where('idHash', '=', idHash)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/**
 * Adds scopes and time to a grant, beside what others have added meanwhile. One statement.
 * @returns false when the grant has ended
 */
export async function widenGrant(
  db: Db,
  { idHash, payload, expiresIn }: Pick<EngineRecord, 'idHash' | 'payload' | 'expiresIn'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update engine_state set
      expires_at = greatest(expires_at, ${inSeconds(expiresIn)}),
      payload = merge_patch(engine_state.payload, jsonb_strip_nulls(jsonb_build_object(
        'exp', greatest((engine_state.payload ->> 'exp')::bigint, (wider.payload ->> 'exp')::bigint),
        'openid', jsonb_build_object(
          'scope', union_words(engine_state.payload #>> '{openid,scope}', wider.payload #>> '{openid,scope}')),
        'resources', (
          select jsonb_object_agg(audience, union_words(engine_state.payload -> 'resources' ->> audience, scope))
          from jsonb_each_text(wider.payload -> 'resources') as resources (audience, scope))
      )))
    from (select ${JSON.stringify(payload)}::jsonb as payload) as wider
    where model = 'Grant' and id_hash = ${idHash}`.execute(db)
  return numAffectedRows === 1n
}

/** The record with that hashed id, expired or not: the engine judges expiry itself. One statement. */
export function findEngineRecord(db: Db, model: string, idHash: Buffer): Promise<StoredEngineRecord | undefined> {
  return db
    .selectFrom('engineState')
    .select(stored)
    .where('model', '=', model)
    .where('idHash', '=', idHash)
    .executeTakeFirst()
}

/**
 * Replaces what is kept of the record behind a short code; its id, which nobody knows here, stays. What somebody has decided
 * already is not decided again, and of several who begin to decide one does. One statement.
 * @returns false when it is another's, or has ended
 */
export async function updateEngineRecordByUserCode(
  db: Db,
  record: Omit<EngineRecord, 'idHash' | 'userCode'> & { userCode: string },
): Promise<boolean> {
  const { model, userCode, ...changes } = rowOf(record)
  const begins = changes.payload.accountId === undefined && changes.payload.error === undefined
  const result = await db
    .updateTable('engineState')
    .set(changes)
    .where('model', '=', model)
    .where('userCode', '=', userCode)
    .where(sql<boolean>`not payload ?| ${sql.lit(begins ? '{accountId,error,inFlight}' : '{accountId,error}')}::text[]`)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/**
 * The record with that hashed id, for a device that asks what has become of it. One statement.
 * @returns besides the record, whether it was asked for less than `seconds` ago
 */
export async function pollEngineRecord(
  db: Db,
  model: string,
  idHash: Buffer,
  seconds: number,
): Promise<(StoredEngineRecord & { tooSoon: boolean }) | undefined> {
  const { rows } = await sql<StoredEngineRecord & { tooSoon: boolean }>`
    update engine_state set polled_at = clock_timestamp()
    from (
      select id_hash as polled, polled_at as before from engine_state
      where model = ${model} and id_hash = ${idHash} for update
    ) as former
    where model = ${model} and id_hash = polled
    returning payload, ${left} as left, ${usedFor} as used_for,
      coalesce(before > clock_timestamp() - make_interval(secs => ${seconds}), false) as too_soon`.execute(db)
  return rows[0]
}

/** The device code record behind the short code a person types (RFC 8628 section 6.1). One statement. */
export function findEngineRecordByUserCode(
  db: Db,
  model: string,
  userCode: string,
): Promise<StoredEngineRecord | undefined> {
  return db
    .selectFrom('engineState')
    .select(stored)
    .where('model', '=', model)
    .where('userCode', '=', userCode)
    .executeTakeFirst()
}

/**
 * Marks a record as used, once: of any number of callers at the same time exactly one gets true.
 * One statement.
 */
export async function consumeEngineRecord(db: Db, model: string, idHash: Buffer): Promise<boolean> {
  const result = await db
    .updateTable('engineState')
    .set({ consumedAt: sql`now()` })
    .where('model', '=', model)
    .where('idHash', '=', idHash)
    .where('consumedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * Removes one record. One statement.
 * @returns whether there was one: of any number of callers at the same time exactly one gets true
 */
export async function deleteEngineRecord(db: Db, model: string, idHash: Buffer): Promise<boolean> {
  const result = await db
    .deleteFrom('engineState')
    .where('model', '=', model)
    .where('idHash', '=', idHash)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/**
 * A statement that removes records. Everybody who removes several locks them in one order: what comes of one grant is removed by
 * several at once, and they would wait for each other.
 * @param which what follows `from engine_state` in a query of them
 */
export const deletionOf = (which: RawBuilder<unknown>) => sql`
  delete from engine_state using (
    select engine_state.model, engine_state.id_hash from engine_state ${which}
    order by engine_state.model, engine_state.id_hash for update of engine_state
  ) as doomed where engine_state.model = doomed.model and engine_state.id_hash = doomed.id_hash`

/** Removes the records of one model that came from a grant. One statement. */
export async function deleteEngineRecordsOfGrant(db: Db, model: string, grantHash: Buffer): Promise<void> {
  await deletionOf(sql`where model = ${model} and grant_hash = ${grantHash}`).execute(db)
}

/** Removes a grant and everything that came from it, whatever the model. One statement. */
export async function deleteGrant(db: Db, grantHash: Buffer): Promise<void> {
  await deletionOf(sql`where grant_hash = ${grantHash} or (model = 'Grant' and id_hash = ${grantHash})`).execute(db)
}
