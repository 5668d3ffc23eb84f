import type { Db, JsonObject, NewRow } from '../schema.ts'

/** A browser session: one sign-on of one person in one browser. */
export type SessionRecord = Omit<NewRow<'sessions'>, 'createdAt'>

/** Inserts or replaces a session. One statement. */
export async function saveSession(db: Db, session: SessionRecord): Promise<void> {
  const { idHash: _idHash, ...changes } = session
  await db
    .insertInto('sessions')
    .values(session)
    .onConflict((conflict) => conflict.column('idHash').doUpdateSet(changes))
    .execute()
}

/** The session with that hashed id, if its person may sign in. One statement. */
export async function findSession(db: Db, idHash: Buffer): Promise<JsonObject | undefined> {
  const row = await standing(db).where('sessions.idHash', '=', idHash).executeTakeFirst()
  return row?.payload
}

/** The session with that public uid, if its person may sign in. One statement. */
export async function findSessionByUid(db: Db, uid: string): Promise<JsonObject | undefined> {
  const row = await standing(db).where('sessions.uid', '=', uid).executeTakeFirst()
  return row?.payload
}

/** Sessions of nobody yet, and of people who may sign in: whoever is disabled is signed out everywhere at once. */
function standing(db: Db) {
  return db
    .selectFrom('sessions')
    .leftJoin('users', 'users.id', 'sessions.userId')
    .select('sessions.payload')
    .where((eb) => eb.or([eb('sessions.userId', 'is', null), eb('users.accountState', '=', 'Normal')]))
}

/** Removes one session. One statement. */
export async function deleteSession(db: Db, idHash: Buffer): Promise<void> {
  await db.deleteFrom('sessions').where('idHash', '=', idHash).execute()
}
