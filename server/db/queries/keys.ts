import { sql } from 'kysely'
import type { Db, NewRow, Row } from '../schema.ts'
import { transact } from '../transact.ts'

/** All of them: a key pair is no use without its private half, which is encrypted under the installation's key. */
const columns = ['id', 'purpose', 'algorithm', 'publicJwk', 'privateKey', 'createdAt', 'signsAt', 'revokedAt'] as const

/** A key pair of the installation. */
export type KeyRecord = Row<'keys', typeof columns>

/** All keys, the newest first. One statement. */
export function listKeys(db: Db): Promise<KeyRecord[]> {
  return db.selectFrom('keys').select(columns).orderBy('signsAt', 'desc').execute()
}

/** Adds a key. One statement. */
export async function insertKey(db: Db, key: NewRow<'keys'>): Promise<void> {
  await db.insertInto('keys').values(key).execute()
}

/** Marks a key as one to be trusted no more. One statement. */
export async function revokeKey(db: Db, id: string, revokedAt: Date): Promise<void> {
  await db.updateTable('keys').set({ revokedAt }).where('id', '=', id).execute()
}

/** Removes a key for good. One statement. */
export async function deleteKey(db: Db, id: string): Promise<void> {
  await db.deleteFrom('keys').where('id', '=', id).execute()
}

/** Runs a change of the keys while no other node makes one. */
export function withKeysLocked<T>(db: Db, change: (trx: Db) => Promise<T>): Promise<T> {
  return transact(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('openaccount.keys'))`.execute(trx)
    return change(trx)
  })
}
