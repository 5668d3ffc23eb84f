import { sql } from 'kysely'
import type { Db, JsonObject, PartyProtocol } from '../schema.ts'
import { deletionOf } from './engine-state.ts'

/** An application that a session has reached. */
export interface NewParty {
  readonly sessionUid: string
  readonly protocol: PartyProtocol
  readonly clientId: string
  /** What the application knows the session by. */
  readonly handle: string
  /** What the protocol needs to tell it with. */
  readonly details: JsonObject
}

/** An application that is to be told that a session has ended. */
export interface Party extends Omit<NewParty, 'sessionUid'> {
  readonly id: string
  /** How often that was tried, this time included. */
  readonly attempts: number
}

/** How many a session remembers of one application, by whatever handles. */
const mostOfOneApplication = 100

const columns = sql`id, protocol, client_id, handle, details, attempts`

/** Until it is tried again, should whoever tries it now not come to an end. */
const nextTry = (attempts: string) => sql`now() + make_interval(secs => 30 * 4 ^ ${sql.raw(attempts)})`

/**
 * Remembers that a session has reached an application. The session cannot end meanwhile. One statement.
 * @returns false when it has ended
 */
export async function addParty(db: Db, party: NewParty): Promise<boolean> {
  const { sessionUid, protocol, clientId, handle, details } = party
  const { rows } = await sql`
    with session as materialized (
      select uid from sessions where uid = ${sessionUid} and expires_at > now() for key share
    ),
    forgotten as (
      delete from session_parties where id in (
        select id from session_parties where session_uid = ${sessionUid} and protocol = ${protocol} and client_id = ${clientId}
        order by created_at desc offset ${mostOfOneApplication - 1})
    )
    insert into session_parties (session_uid, protocol, client_id, handle, details)
    select uid, ${protocol}::text, ${clientId}, ${handle}, ${JSON.stringify(details)}::jsonb from session
    on conflict (session_uid, protocol, client_id, handle) do update set details = excluded.details
    returning id`.execute(db)
  return rows.length > 0
}

/**
 * Forgets by what sessions an application knows somebody, because it knows already that they are over. One statement.
 * @param sessionIndexes which of their sessions; none for all of them
 * @returns the sessions
 */
export async function takeSamlParties(
  db: Db,
  { clientId, nameId, sessionIndexes }: { clientId: string; nameId: string; sessionIndexes: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ sessionUid: string }>`
    with taken as (
      delete from session_parties
      where protocol = 'saml' and client_id = ${clientId} and details ->> 'nameId' = ${nameId} and due_at is null
        and (cardinality(${sessionIndexes}::text[]) = 0 or handle = any(${sessionIndexes}))
      returning session_uid
    )
    select distinct session_uid from taken`.execute(db)
  return rows.map(({ sessionUid }) => sessionUid)
}

/** Takes parties that are due, for this node alone. One statement. */
export async function takeDueParties(db: Db, limit: number): Promise<Party[]> {
  const { rows } = await sql<Party>`
    update session_parties set attempts = attempts + 1, due_at = ${nextTry('attempts')}
    where id in (
      select id from session_parties where due_at <= now() order by due_at limit ${limit} for update skip locked)
    returning ${columns}`.execute(db)
  return rows
}

/** Forgets parties that have been told, or that nobody will tell any more. One statement. */
export async function removeParties(db: Db, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('sessionParties').where(sql<boolean>`id = any(${ids})`).execute()
}

/**
 * Ends a session, under whatever id it goes by now, and with it every grant that does not outlive it, also such as were noted
 * a moment ago. One statement.
 * @returns whom to tell, at once: nobody else does for the moment
 */
export async function endSession(db: Db, uid: string): Promise<Party[]> {
  const { rows } = await sql<Party>`
    with ended as (delete from sessions where uid = ${uid} returning uid, user_id, payload),
    reached as (
      select client_id, noted from ended, jsonb_each(coalesce(payload -> 'authorizations', '{}')) as each (client_id, noted)
    ),
    grants as (
      select sha256(convert_to(noted ->> 'grantId', 'UTF8')) as hash from reached
      where noted ->> 'grantId' is not null and (noted ->> 'persistsLogout') is distinct from 'true'
    ),
    revoked as (${deletionOf(sql`join grants on grant_hash = hash or (model = 'Grant' and id_hash = hash)`)}),
    noted_parties as (
      update session_parties set attempts = 1, due_at = ${nextTry('0')}
      where session_uid = ${uid} and due_at is null
      returning ${columns}
    ),
    clients as (
      insert into session_parties (session_uid, protocol, client_id, handle, details, attempts, due_at)
      select uid, 'oidc', client_id, noted ->> 'sid', jsonb_build_object('sub', user_id, 'issuers', noted -> 'issuers'), 1, ${nextTry('0')}
      from ended, reached join applications using (client_id)
      where user_id is not null and noted ->> 'sid' is not null and enabled and backchannel_logout_uri is not null
      on conflict do nothing
      returning ${columns}
    )
    select ${columns} from noted_parties union all select ${columns} from clients`.execute(db)
  return rows
}
