import { sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db, JsonObject, NewRow } from '../schema.ts'
import { mayEnter } from './app-sessions.ts'
import { type User, userColumnList } from './users.ts'

/** Whose a ticket was, and where it led. */
export interface SpentTicket {
  readonly user: User
  readonly sessionUid: string
  readonly clientId: string
  readonly service: string
  readonly fresh: boolean
  readonly signedInAt: Date
  /** Whether the session outlives the browser. */
  readonly remembered: boolean
  readonly attributeMapping: JsonObject
}

/** Adds a ticket that is good for so many seconds. One statement. */
export async function insertCasTicket(
  db: Db,
  ticket: Omit<NewRow<'casTickets'>, 'expiresAt'>,
  seconds: number,
): Promise<void> {
  await db
    .insertInto('casTickets')
    .values({ ...ticket, expiresAt: inSeconds(seconds) })
    .execute()
}

/**
 * Takes a ticket away, whatever comes of it, and tells whose it was: nothing when its session has ended, its person may not sign
 * in, its address is the application's no more, or the application lets them in no more. One statement.
 */
export async function spendCasTicket(db: Db, ticketHash: Buffer): Promise<SpentTicket | undefined> {
  const { rows } = await sql<User & Omit<SpentTicket, 'user'>>`
    with spent as (
      delete from cas_tickets where ticket_hash = ${ticketHash}
      returning session_uid, client_id, service, fresh, expires_at
    )
    select ${userColumnList}, session_uid, spent.client_id, service, fresh, attribute_mapping,
      sessions.created_at as signed_in_at, payload -> 'transient' is distinct from 'true' as remembered
    from spent
    join sessions on sessions.uid = session_uid and sessions.expires_at > now()
    join users on users.id = sessions.user_id and users.account_state = 'Normal'
    join applications on applications.client_id = spent.client_id
    where spent.expires_at > now() and enabled and service = any(cas_services)
      and ${mayEnter(sql`spent.client_id`, sql`users.id`)}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { sessionUid, clientId, service, fresh, signedInAt, remembered, attributeMapping, ...user } = row
  return { user, sessionUid, clientId, service, fresh, signedInAt, remembered, attributeMapping }
}
