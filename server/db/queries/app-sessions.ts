import { type RawBuilder, sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db } from '../schema.ts'
import { stillHasPassword } from './password-credentials.ts'
import { type User, userColumnList } from './users.ts'

/** By whom a session of an app is used: a token of another application or device is none. */
export interface AppSessionHolder {
  readonly tokenHash: Buffer
  readonly clientId: string
  readonly deviceHash: Buffer
}

/** Somebody who is signed in with an app. */
export interface AppSession {
  readonly user: User
  /** What stays the same over all tokens of the session. */
  readonly uid: string
}

/** Sessions and users, as long as the session is the holder's, its person may sign in, and the application lets them in. */
const standing = ({ tokenHash, clientId, deviceHash }: AppSessionHolder) => sql`
  sessions join users on users.id = sessions.user_id and users.account_state = 'Normal'
  where sessions.id_hash = ${tokenHash} and sessions.client_id = ${clientId}
    and sessions.device_hash = ${deviceHash} and sessions.expires_at > now()
    and ${mayEnter(clientId, sql`users.id`)}`

/**
 * Whether a user may enter an application: it lets in everybody, or those who have an enabled account of it. Part of a statement.
 * @param clientId of the application, or a column
 * @param userId a column
 */
export const mayEnter = (clientId: string | RawBuilder<unknown>, userId: RawBuilder<unknown>) => sql<boolean>`exists (
  select from applications entered where entered.client_id = ${clientId} and (
    not entered.application_account_required or exists (
      select from application_accounts
      where application_id = entered.id and application_accounts.user_id = ${userId} and not disabled)))`

/** A session that is about to begin. */
export interface NewAppSession extends AppSessionHolder {
  readonly uid: string
  readonly userId: string
  readonly address: string
  readonly userAgent: string | null
  readonly seconds: number
  /** Stands for the password that the person has, if any. */
  readonly passwordMark: string | undefined
}

/** Begins a session, if its person may sign in and has no other password meanwhile. One statement. @returns whether it has begun */
export async function insertAppSession(db: Db, session: NewAppSession): Promise<boolean> {
  const { tokenHash, uid, userId, clientId, deviceHash, address, userAgent, seconds, passwordMark } = session
  const { numAffectedRows } = await sql`
    insert into sessions (id_hash, uid, user_id, client_id, device_hash, payload, expires_at, address, user_agent)
    select ${tokenHash}, ${uid}, users.id, ${clientId}, ${deviceHash},
      jsonb_build_object('authorizations', jsonb_build_object(${clientId}::text, '{}'::jsonb)),
      ${inSeconds(seconds)}, ${address}::inet, ${userAgent}::text
    from users where id = ${userId} and account_state = 'Normal' and ${stillHasPassword(userId, passwordMark)}`.execute(
    db,
  )
  return numAffectedRows === 1n
}

/**
 * Who makes a call with a proof that counts once: of any number of times at once the first finds the session. For a session that
 * there is not, nothing is kept. One statement.
 */
export async function claimAppSession(
  db: Db,
  holder: AppSessionHolder,
  proof: { readonly hash: Buffer; readonly until: Date },
): Promise<AppSession | undefined> {
  const { rows } = await sql<User & { readonly uid: string }>`
    with claimed as (
      insert into spent_proofs (proof_hash, expires_at)
      select ${proof.hash}, ${proof.until}::timestamptz from ${standing(holder)}
      on conflict do nothing returning proof_hash
    )
    select ${userColumnList}, sessions.uid from ${standing(holder)} and exists (select from claimed)`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { uid, ...user } = row
  return { user, uid }
}

/** A session that has another token now. */
export interface RefreshedAppSession {
  readonly user: User
  readonly seconds: number
}

/**
 * Gives a session another token and its whole time again: of any number at once one does, and the former token is none. One
 * statement.
 */
export async function refreshAppSession(
  db: Db,
  { tokenHash, clientId, deviceHash }: AppSessionHolder,
  newHash: Buffer,
): Promise<RefreshedAppSession | undefined> {
  const { rows } = await sql<User & { readonly seconds: number }>`
    update sessions set id_hash = ${newHash},
      expires_at = now() + make_interval(secs => applications.session_token_seconds)
    from users, applications
    where sessions.id_hash = ${tokenHash} and sessions.client_id = ${clientId} and sessions.device_hash = ${deviceHash}
      and sessions.expires_at > now() and users.id = sessions.user_id and users.account_state = 'Normal'
      and applications.client_id = sessions.client_id and ${mayEnter(clientId, sql`users.id`)}
    returning ${userColumnList}, applications.session_token_seconds as seconds`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { seconds, ...user } = row
  return { user, seconds }
}

/**
 * Makes a ticket of a session for an application that its person may enter. One statement.
 * @returns whether they may; undefined when there is no such session
 */
export async function insertSsoTicket(
  db: Db,
  holder: AppSessionHolder,
  ticket: { readonly hash: Buffer; readonly clientId: string; readonly seconds: number },
): Promise<boolean | undefined> {
  const { rows } = await sql<{ readonly admitted: boolean }>`
    with signed_in as (
      select sessions.uid, sessions.device_hash, ${mayEnter(ticket.clientId, sql`users.id`)} as admitted
      from ${standing(holder)}
    ), made as (
      insert into sso_tickets (ticket_hash, session_uid, client_id, device_hash, expires_at)
      select ${ticket.hash}, uid, ${ticket.clientId}, device_hash, ${inSeconds(ticket.seconds)}
      from signed_in where admitted
    )
    select admitted from signed_in`.execute(db)
  return rows[0]?.admitted
}

/** Whose ticket it is: of any number at once one is told, as long as the session lasts and the application lets them in. One statement. */
export async function takeSsoTicket(db: Db, ticket: AppSessionHolder): Promise<User | undefined> {
  const { rows } = await sql<User>`
    with taken as (
      delete from sso_tickets
      where ticket_hash = ${ticket.tokenHash} and client_id = ${ticket.clientId} and device_hash = ${ticket.deviceHash}
      returning session_uid, expires_at
    )
    select ${userColumnList}
    from taken join sessions on sessions.uid = taken.session_uid and sessions.expires_at > now()
    join users on users.id = sessions.user_id and users.account_state = 'Normal'
    where taken.expires_at > now() and ${mayEnter(ticket.clientId, sql`users.id`)}`.execute(db)
  return rows[0]
}

/** Notes that a proof was used. One statement. @returns whether that was the first time */
export async function spendProof(db: Db, hash: Buffer, seconds: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into spent_proofs (proof_hash, expires_at) values (${hash}, ${inSeconds(seconds)})
    on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}
