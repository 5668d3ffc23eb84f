import type { Db, NewRow, Row } from '../schema.ts'

const keyColumns = ['model', 'idHash'] as const
const contentColumns = ['payload', 'grantHash', 'userCode', 'uid', 'userId', 'clientId', 'expiresAt'] as const
const storedColumns = ['payload', 'consumedAt'] as const

/** One thing that the OpenID engine keeps: a code, a refresh token, a grant, an interaction. */
export type EngineRecord = Pick<NewRow<'engineState'>, (typeof keyColumns)[number] | (typeof contentColumns)[number]>

/** A stored payload with the moment it was used up, if it was. */
export type StoredEngineRecord = Row<'engineState', typeof storedColumns>

/** Inserts the record; an existing one is replaced, or left as it is when `keepExisting` is set. One statement. */
export async function saveEngineRecord(db: Db, record: EngineRecord, { keepExisting = false } = {}): Promise<void> {
  await db
    .insertInto('engineState')
    .values(record)
    .onConflict((conflict) => {
      const target = conflict.columns(keyColumns)
      if (keepExisting) return target.doNothing()
      const { model: _model, idHash: _idHash, ...changes } = record
      return target.doUpdateSet(changes)
    })
    .execute()
}

/** The record with that hashed id, expired or not: the engine judges expiry itself. One statement. */
export function findEngineRecord(db: Db, model: string, idHash: Buffer): Promise<StoredEngineRecord | undefined> {
  return db
    .selectFrom('engineState')
    .select(storedColumns)
    .where('model', '=', model)
    .where('idHash', '=', idHash)
    .executeTakeFirst()
}

/** Replaces what is kept of the record behind a short code; its id, which nobody knows here, stays. One statement. */
export async function updateEngineRecordByUserCode(
  db: Db,
  record: Omit<EngineRecord, 'idHash' | 'userCode'> & { userCode: string },
): Promise<void> {
  const { model, userCode, ...changes } = record
  await db.updateTable('engineState').set(changes).where('model', '=', model).where('userCode', '=', userCode).execute()
}

/** The device code record behind the short code a person types (RFC 8628 section 6.1). One statement. */
export function findEngineRecordByUserCode(
  db: Db,
  model: string,
  userCode: string,
): Promise<StoredEngineRecord | undefined> {
  return db
    .selectFrom('engineState')
    .select(storedColumns)
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
    .set({ consumedAt: new Date() })
    .where('model', '=', model)
    .where('idHash', '=', idHash)
    .where('consumedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Removes one record. One statement. */
export async function deleteEngineRecord(db: Db, model: string, idHash: Buffer): Promise<void> {
  await db.deleteFrom('engineState').where('model', '=', model).where('idHash', '=', idHash).execute()
}

/** Removes the records of one model that came from a grant. One statement. */
export async function deleteEngineRecordsOfGrant(db: Db, model: string, grantHash: Buffer): Promise<void> {
  await db.deleteFrom('engineState').where('model', '=', model).where('grantHash', '=', grantHash).execute()
}

/** Removes a grant and everything that came from it, whatever the model. One statement. */
export async function deleteGrant(db: Db, grantHash: Buffer): Promise<void> {
  await db
    .deleteFrom('engineState')
    .where((eb) =>
      eb.or([eb('grantHash', '=', grantHash), eb.and([eb('model', '=', 'Grant'), eb('idHash', '=', grantHash)])]),
    )
    .execute()
}
