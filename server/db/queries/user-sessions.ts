import { sql } from 'kysely'
import type { Db, Row } from '../schema.ts'
import { deletionOf } from './engine-state.ts'
import { type User, userColumnList } from './users.ts'

/** A person who is signed in in a browser. */
export interface SignedIn {
  readonly user: User
  /** What stays the same over all changes of the session's id. */
  readonly uid: string
  /** For how many seconds the password has been given in this session; null when it was not. */
  readonly provedFor: number | null
  readonly signedInAt: Date
  /** Whether the session outlives the browser. */
  readonly remembered: boolean
  /** How they proved who they are (RFC 8176). */
  readonly amr: readonly string[]
}

/** Who is signed in in the browser with that session, if they may sign in: an app's is none. One statement. */
export async function findSignedIn(db: Db, idHash: Buffer): Promise<SignedIn | undefined> {
  const { rows } = await sql<User & Omit<SignedIn, 'user'>>`
    select ${userColumnList}, sessions.uid, extract(epoch from now() - proved_at)::float8 as proved_for, sessions.created_at as signed_in_at,
      payload -> 'transient' is distinct from 'true' as remembered,
      coalesce(payload -> 'amr', '[]') as amr
    from sessions join users on users.id = sessions.user_id and users.account_state = 'Normal'
    where sessions.id_hash = ${idHash} and sessions.client_id is null and sessions.expires_at > now()`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { uid, provedFor, signedInAt, remembered, amr, ...user } = row
  return { user, uid, provedFor, signedInAt, remembered, amr }
}

/** A session as its owner sees it. */
export type UserSession = Row<'sessions', readonly ['uid', 'createdAt', 'address', 'userAgent']> & {
  /** The applications that were signed in to there, by name. */
  readonly applications: readonly { readonly name: string; readonly nameZh: string | null }[]
}

/** A person's sessions, the latest sign-in first. One statement. */
export async function listUserSessions(db: Db, userId: string, limit: number): Promise<UserSession[]> {
  const { rows } = await sql<UserSession>`
    select uid, created_at, host(address) as address, user_agent, array(
      select json_build_object('name', name, 'nameZh', name_zh) from applications
      where client_id in (select jsonb_object_keys(coalesce(payload -> 'authorizations', '{}')))
      order by name
    ) as applications
    from sessions where user_id = ${userId} and expires_at > now()
    order by created_at desc, uid limit ${limit}`.execute(db)
  return rows
}

/** What is noted of a session's grants, as a hash each. */
const grantsOf = (sessions: string) => sql`
  select sha256(convert_to(noted ->> 'grantId', 'UTF8')) as hash
  from ${sql.table(sessions)}, jsonb_each(coalesce(payload -> 'authorizations', '{}')) as applications (client_id, noted)
  where noted ->> 'grantId' is not null`

/**
 * Ends one session of a person and everything that was given out in it, also what outlives a sign-out. One statement.
 * @returns whether there was one
 */
export async function endUserSession(db: Db, userId: string, uid: string): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    with ended as (delete from sessions where uid = ${uid} and user_id = ${userId} returning payload),
    grants as (${grantsOf('ended')}),
    revoked as (${deletionOf(sql`join grants on grant_hash = hash or (model = 'Grant' and id_hash = hash)`)})
    select count(*)::int as count from ended`.execute(db)
  return (rows[0]?.count ?? 0) > 0
}

/**
 * Ends all sessions of a person but one, and everything that was given out in their name elsewhere: on devices, to programs
 * that know the password, in browsers where the session of a sign-in is still to begin. One statement.
 * @param kept the session that stays
 */
export async function endOtherSessions(db: Db, userId: string, kept: string): Promise<void> {
  await sql`
    with staying as (select payload from sessions where uid = ${kept} and user_id = ${userId}),
    grants as (${grantsOf('staying')}),
    ended as (delete from sessions where user_id = ${userId} and uid <> ${kept})
    ${deletionOf(sql`where user_id = ${userId} and (
      (grant_hash is not null and grant_hash not in (select hash from grants))
      or (model = 'Grant' and id_hash not in (select hash from grants))
      or model like '%Interaction')`)}`.execute(db)
}

/** Notes that the person has just given the password in that session. One statement. */
export async function proveSession(db: Db, uid: string): Promise<void> {
  await db.updateTable('sessions').set({ provedAt: sql`now()` }).where('uid', '=', uid).execute()
}
