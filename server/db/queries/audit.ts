import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Db, JsonObject, Row } from '../schema.ts'

/** Who does something, as far as known: a person, through an application, from an address, with one request. */
export interface Actor {
  readonly userId?: string | undefined
  readonly clientId?: string | undefined
  readonly address?: string | undefined
  readonly requestId?: string | undefined
}

/** What something is done to. */
export interface Subject {
  readonly type:
    | 'user'
    | 'organization'
    | 'role_group'
    | 'application'
    | 'application_organization'
    | 'application_account'
    | 'application_role'
    | 'key'
    | 'user_export'
    | 'installation'
  /** Absent when it is not known, as the owner of a stolen code. */
  readonly id: string | undefined
}

/**
 * Writes down what was done, for whoever runs the platform to look up later. It belongs into the transaction of the act.
 * One statement.
 * @param action what happened, such as `user.changed`
 * @param details what changed; of a secret no more than its name
 */
export function saveAuditEvent(
  db: Db,
  by: Actor,
  action: string,
  subject: Subject,
  details: JsonObject = {},
): Promise<void> {
  return saveAuditEvents(db, by, action, [{ subject, details }])
}

/** The same for one act on many things. The list is one parameter, so that the statement has one text. One statement. */
export async function saveAuditEvents(
  db: Db,
  by: Actor,
  action: string,
  events: readonly { readonly subject: Subject; readonly details?: JsonObject }[],
): Promise<void> {
  const rows = events.map(({ subject: { type, id }, details = {} }) => ({ id: newId(), type, subject: id, details }))
  const { userId = null, clientId = null, address, requestId = null } = by
  await sql`
    insert into audit_events
      (id, actor_id, actor_client_id, action, subject_type, subject_id, details, address, request_id)
    select id, ${userId}::uuid, ${clientId}::text, ${action}::text, type, subject, details, ${address || null}::inet,
      ${requestId}::text
    from jsonb_to_recordset(${JSON.stringify(rows)}) as (id uuid, type text, subject text, details jsonb)`.execute(db)
}

/** What was done to one person's account. */
export type UserEvent = Row<'auditEvents', readonly ['createdAt', 'action', 'actorId']>

/** What was done to a person's account, the latest first. One statement. */
export function listUserEvents(db: Db, userId: string, limit: number): Promise<UserEvent[]> {
  return db
    .selectFrom('auditEvents')
    .select(['createdAt', 'action', 'actorId'])
    .where('subjectType', '=', 'user')
    .where('subjectId', '=', userId)
    .orderBy('createdAt', 'desc')
    .limit(limit)
    .execute()
}

/** Where somebody who reads all events stands. */
export interface AuditPlace {
  /** With the microseconds that a Date has no room for. */
  readonly at: string
  readonly id: string
}

/** An event as it is handed out. */
export interface AuditEvent extends AuditPlace {
  readonly action: string
  readonly subject: string
  readonly subjectId: string | null
  readonly actorId: string | null
  readonly clientId: string | null
  readonly address: string | null
  readonly requestId: string | null
  readonly details: JsonObject
}

/** What is handed out of an event. */
export const auditEventColumns = sql`
  to_char(audit_events.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, audit_events.id, action,
  subject_type as subject, subject_id, actor_id, actor_client_id as client_id, host(address) as address, request_id, details`

/**
 * The events behind a place and before a time, the oldest first. One statement.
 * @param until not included
 */
export async function readAuditEvents(
  db: Db,
  { after, until, limit }: { readonly after: AuditPlace; readonly until: Date; readonly limit: number },
): Promise<AuditEvent[]> {
  const { rows } = await sql<AuditEvent>`
    select ${auditEventColumns}
    from audit_events
    where (created_at, id) > (${after.at}::timestamptz, ${after.id}::uuid) and created_at < ${until}
    order by created_at, id limit ${limit}`.execute(db)
  return rows
}
