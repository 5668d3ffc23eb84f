import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'

/** One thing that the OpenID engine keeps: a code, a refresh token, a grant, an interaction. */
export interface EngineRecord {
  model: string
  idHash: Buffer
  payload: Record<string, unknown>
  grantHash: Buffer | null
  userCode: string | null
  uid: string | null
  userId: string | null
  clientId: string | null
  expiresAt: Date
}

/** A stored payload with the moment it was used up, if it was. */
export interface StoredEngineRecord {
  payload: Record<string, unknown>
  consumedAt: Date | null
}

/** Inserts the record; an existing one is replaced, or left as it is when `keepExisting` is set. One statement. */
export async function saveEngineRecord(
  db: Kysely<Database>,
  record: EngineRecord,
  { keepExisting = false } = {},
): Promise<void> {
  const row = {
    model: record.model,
    id_hash: record.idHash,
    payload: JSON.stringify(record.payload),
    grant_hash: record.grantHash,
    user_code: record.userCode,
    uid: record.uid,
    user_id: record.userId,
    client_id: record.clientId,
    expires_at: record.expiresAt,
  }
  await db
    .insertInto('engine_state')
    .values(row)
    .onConflict((conflict) => {
      const target = conflict.columns(['model', 'id_hash'])
      if (keepExisting) return target.doNothing()
      const { model: _model, id_hash: _idHash, ...changes } = row
      return target.doUpdateSet(changes)
    })
    .execute()
}

/** The record with that hashed id, expired or not: the engine judges expiry itself. One statement. */
export async function findEngineRecord(
  db: Kysely<Database>,
  model: string,
  idHash: Buffer,
): Promise<StoredEngineRecord | undefined> {
  const row = await db
    .selectFrom('engine_state')
    .select(['payload', 'consumed_at'])
    .where('model', '=', model)
    .where('id_hash', '=', idHash)
    .executeTakeFirst()
  return row && { payload: row.payload, consumedAt: row.consumed_at }
}

/** Replaces what is kept of the record behind a short code; its id, which nobody knows here, stays. One statement. */
export async function updateEngineRecordByUserCode(
  db: Kysely<Database>,
  record: Omit<EngineRecord, 'idHash' | 'userCode'> & { userCode: string },
): Promise<void> {
  await db
    .updateTable('engine_state')
    .set({
      payload: JSON.stringify(record.payload),
      grant_hash: record.grantHash,
      uid: record.uid,
      user_id: record.userId,
      client_id: record.clientId,
      expires_at: record.expiresAt,
    })
    .where('model', '=', record.model)
    .where('user_code', '=', record.userCode)
    .execute()
}

/** The device code record behind the short code a person types (RFC 8628 section 6.1). One statement. */
export async function findEngineRecordByUserCode(
  db: Kysely<Database>,
  model: string,
  userCode: string,
): Promise<StoredEngineRecord | undefined> {
  const row = await db
    .selectFrom('engine_state')
    .select(['payload', 'consumed_at'])
    .where('model', '=', model)
    .where('user_code', '=', userCode)
    .executeTakeFirst()
  return row && { payload: row.payload, consumedAt: row.consumed_at }
}

/**
 * Marks a record as used, once: of any number of callers at the same time exactly one gets true.
 * One statement.
 */
export async function consumeEngineRecord(db: Kysely<Database>, model: string, idHash: Buffer): Promise<boolean> {
  const result = await db
    .updateTable('engine_state')
    .set({ consumed_at: new Date() })
    .where('model', '=', model)
    .where('id_hash', '=', idHash)
    .where('consumed_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Removes one record. One statement. */
export async function deleteEngineRecord(db: Kysely<Database>, model: string, idHash: Buffer): Promise<void> {
  await db.deleteFrom('engine_state').where('model', '=', model).where('id_hash', '=', idHash).execute()
}

/** Removes the records of one model that came from a grant. One statement. */
export async function deleteEngineRecordsOfGrant(
  db: Kysely<Database>,
  model: string,
  grantHash: Buffer,
): Promise<void> {
  await db.deleteFrom('engine_state').where('model', '=', model).where('grant_hash', '=', grantHash).execute()
}

/** Removes a grant and everything that came from it, whatever the model. One statement. */
export async function deleteGrant(db: Kysely<Database>, grantHash: Buffer): Promise<void> {
  await db
    .deleteFrom('engine_state')
    .where((eb) =>
      eb.or([eb('grant_hash', '=', grantHash), eb.and([eb('model', '=', 'Grant'), eb('id_hash', '=', grantHash)])]),
    )
    .execute()
}
