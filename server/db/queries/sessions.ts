import { sql } from 'kysely'
import type { Db, JsonObject, NewRow, Row } from '../schema.ts'
import { stillHasPassword } from './password-credentials.ts'

/** A browser session: one sign-on of one person in one browser. */
export type SessionRecord = Omit<NewRow<'sessions'>, 'createdAt'>

/** What is kept of a session. It expires with its row. */
export type StoredSession = Row<'sessions', readonly ['payload', 'expiresAt']>

/** What one request has made of a session since it read it. */
export interface SessionChange {
  /** What stays the same over all changes of its id. */
  readonly uid: string
  /** Under which id the request found it. */
  readonly formerIdHash: Buffer
  readonly idHash: Buffer
  /** Who has signed in; undefined leaves it as it is. */
  readonly userId: string | undefined
  /** JSON Merge Patch (RFC 7396) of the payload. */
  readonly patch: JsonObject
  readonly expiresAt: Date
  /** Of a sign-in: the browser it came from, which has proven nothing beside. */
  readonly browser?: { readonly address: string; readonly userAgent: string } | undefined
  /** Stands for the password that the sign-in was made with. */
  readonly passwordMark?: string | undefined
}

/**
 * Adds a session, if its person has no other password meanwhile. One statement.
 * @param passwordMark stands for the one that the sign-in was made with
 * @returns whether it is there
 */
export async function insertSession(db: Db, session: SessionRecord, passwordMark?: string): Promise<boolean> {
  const { idHash, uid, userId = null, payload, expiresAt, address = null, userAgent = null } = session
  const { numAffectedRows } = await sql`
    insert into sessions (id_hash, uid, user_id, payload, expires_at, address, user_agent)
    select ${idHash}, ${uid}, ${userId}::uuid, ${JSON.stringify(payload)}::jsonb, ${expiresAt}::timestamptz,
      ${address}::inet, ${userAgent}::text
    where ${stillHasPassword(userId ?? '', passwordMark)}`.execute(db)
  return numAffectedRows === 1n
}

/**
 * Adds to a session what a request has changed, beside what others have changed meanwhile. Of several that give it a new id
 * the first one does. One statement.
 * @returns undefined when the session has ended, or the person who signs in has another password meanwhile; else whether the id is the session's
 */
export async function changeSession(db: Db, change: SessionChange): Promise<{ isItsId: boolean } | undefined> {
  const { uid, formerIdHash, idHash, userId = null, patch, expiresAt, browser, passwordMark } = change
  const { address = null, userAgent = null } = browser ?? {}
  const { rows } = await sql<{ isItsId: boolean }>`
    update sessions set
      id_hash = case id_hash when ${formerIdHash} then ${idHash} else id_hash end,
      user_id = coalesce(${userId}::uuid, user_id),
      payload = merge_patch(payload, ${JSON.stringify(patch)}::jsonb),
      expires_at = greatest(expires_at, ${expiresAt}),
      address = coalesce(${address}::inet, address),
      user_agent = coalesce(${userAgent}::text, user_agent),
      created_at = case when ${userAgent}::text is null then created_at else now() end,
      proved_at = case when ${userAgent}::text is null then proved_at end
    where uid = ${uid} and ${stillHasPassword(userId ?? '', passwordMark)}
    returning id_hash = ${idHash} as is_its_id`.execute(db)
  return rows[0]
}

/**
 * Notes the grant of an application in a session, unless another request has noted one since. One statement.
 * @param known the grant that the session had when it was read
 * @param noted what is kept of the application in the session, the grant among it
 * @returns false when there is another one by now, or the session has ended
 */
export async function noteGrant(
  db: Db,
  { uid, clientId, known, noted }: { uid: string; clientId: string; known: string | undefined; noted: JsonObject },
): Promise<boolean> {
  const patch = JSON.stringify({ authorizations: { [clientId]: noted } })
  const { numAffectedRows } = await sql`
    update sessions set payload = merge_patch(payload, ${patch}::jsonb)
    where uid = ${uid}
      and payload #>> array['authorizations', ${clientId}, 'grantId'] is not distinct from ${known ?? null}::text
  `.execute(db)
  return numAffectedRows === 1n
}

/** The session of a browser with that hashed id, if its person may sign in: an app's is none. One statement. */
export function findSession(db: Db, idHash: Buffer): Promise<StoredSession | undefined> {
  return standing(db).where('sessions.idHash', '=', idHash).where('sessions.clientId', 'is', null).executeTakeFirst()
}

/** The session with that public uid, if its person may sign in. One statement. */
export function findSessionByUid(db: Db, uid: string): Promise<StoredSession | undefined> {
  return standing(db).where('sessions.uid', '=', uid).executeTakeFirst()
}

/** Of these hashed ids, those of unexpired sessions of browsers; first those that somebody is signed in with. One statement. */
export async function findSessionIds(db: Db, idHashes: readonly Buffer[]): Promise<Buffer[]> {
  const { rows } = await sql<{ idHash: Buffer }>`
    select id_hash from sessions where id_hash = any(${idHashes}) and client_id is null and expires_at > now()
    order by user_id is null, array_position(${idHashes}, id_hash)`.execute(db)
  return rows.map(({ idHash }) => idHash)
}

/** Sessions of nobody yet, and of people who may sign in: whoever is disabled is signed out everywhere at once. */
function standing(db: Db) {
  return db
    .selectFrom('sessions')
    .leftJoin('users', 'users.id', 'sessions.userId')
    .select(['sessions.payload', 'sessions.expiresAt'])
    .where((eb) => eb.or([eb('sessions.userId', 'is', null), eb('users.accountState', '=', 'Normal')]))
}
