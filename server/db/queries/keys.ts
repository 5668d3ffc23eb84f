import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../schema.ts'

/** A key pair of the installation; the private half is encrypted under the installation's key. */
export interface KeyRecord {
  /** Key id, as published (RFC 7517 section 4.5). */
  id: string
  purpose: 'signing' | 'login'
  algorithm: 'RS256' | 'ES256' | 'RSA'
  publicJwk: Record<string, unknown>
  privateKey: Buffer
  createdAt: Date
  /** From when on it is the one that signs. */
  signsAt: Date
}

/** All keys, the newest first. One statement. */
export async function listKeys(db: Kysely<Database>): Promise<KeyRecord[]> {
  const rows = await db.selectFrom('keys').selectAll().orderBy('signs_at', 'desc').execute()
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    algorithm: row.algorithm,
    publicJwk: row.public_jwk,
    privateKey: row.private_key,
    createdAt: row.created_at,
    signsAt: row.signs_at,
  }))
}

/** Adds a key. One statement. */
export async function insertKey(db: Kysely<Database>, key: Omit<KeyRecord, 'createdAt'>): Promise<void> {
  await db
    .insertInto('keys')
    .values({
      id: key.id,
      purpose: key.purpose,
      algorithm: key.algorithm,
      public_jwk: JSON.stringify(key.publicJwk),
      private_key: key.privateKey,
      signs_at: key.signsAt,
    })
    .execute()
}

/** Removes a key for good. One statement. */
export async function deleteKey(db: Kysely<Database>, id: string): Promise<void> {
  await db.deleteFrom('keys').where('id', '=', id).execute()
}

/** Runs a change of the keys while no other node makes one. */
export function withKeysLocked<T>(
  db: Kysely<Database>,
  change: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('openaccount.keys'))`.execute(trx)
    return change(trx)
  })
}
