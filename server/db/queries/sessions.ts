import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'

/** A browser session: one sign-on of one person in one browser. */
export interface SessionRecord {
  idHash: Buffer
  uid: string
  userId: string | null
  payload: Record<string, unknown>
  expiresAt: Date
}

/** Inserts or replaces a session. One statement. */
export async function saveSession(db: Kysely<Database>, session: SessionRecord): Promise<void> {
  const changes = {
    uid: session.uid,
    user_id: session.userId,
    payload: JSON.stringify(session.payload),
    expires_at: session.expiresAt,
  }
  await db
    .insertInto('sessions')
    .values({ id_hash: session.idHash, ...changes })
    .onConflict((conflict) => conflict.column('id_hash').doUpdateSet(changes))
    .execute()
}

/** The session with that hashed id. One statement. */
export async function findSession(db: Kysely<Database>, idHash: Buffer): Promise<Record<string, unknown> | undefined> {
  const row = await db.selectFrom('sessions').select('payload').where('id_hash', '=', idHash).executeTakeFirst()
  return row?.payload
}

/** The session with that public uid. One statement. */
export async function findSessionByUid(
  db: Kysely<Database>,
  uid: string,
): Promise<Record<string, unknown> | undefined> {
  const row = await db.selectFrom('sessions').select('payload').where('uid', '=', uid).executeTakeFirst()
  return row?.payload
}

/** Removes one session. One statement. */
export async function deleteSession(db: Kysely<Database>, idHash: Buffer): Promise<void> {
  await db.deleteFrom('sessions').where('id_hash', '=', idHash).execute()
}
