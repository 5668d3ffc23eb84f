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

/** The session with that hashed id, if its person may sign in. One statement. */
export async function findSession(db: Kysely<Database>, idHash: Buffer): Promise<Record<string, unknown> | undefined> {
  const row = await standing(db).where('sessions.id_hash', '=', idHash).executeTakeFirst()
  return row?.payload
}

/** The session with that public uid, if its person may sign in. One statement. */
export async function findSessionByUid(
  db: Kysely<Database>,
  uid: string,
): Promise<Record<string, unknown> | undefined> {
  const row = await standing(db).where('sessions.uid', '=', uid).executeTakeFirst()
  return row?.payload
}

/** Sessions of nobody yet, and of people who may sign in: whoever is disabled is signed out everywhere at once. */
function standing(db: Kysely<Database>) {
  return db
    .selectFrom('sessions')
    .leftJoin('users', 'users.id', 'sessions.user_id')
    .select('sessions.payload')
    .where((eb) => eb.or([eb('sessions.user_id', 'is', null), eb('users.account_state', '=', 'Normal')]))
}

/** Removes one session. One statement. */
export async function deleteSession(db: Kysely<Database>, idHash: Buffer): Promise<void> {
  await db.deleteFrom('sessions').where('id_hash', '=', idHash).execute()
}
