import type { Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Database, JsonObject } from '../schema.ts'

/** Something that whoever runs the platform may want to look up later. */
export interface AuditEvent {
  action: string
  /** The person it happened to or who did it. */
  subjectId: string | null
  clientId: string | null
  address: string | null
  details: JsonObject
}

/** Writes an event down. One statement. */
export async function saveAuditEvent(db: Kysely<Database>, event: AuditEvent): Promise<void> {
  await db
    .insertInto('audit_events')
    .values({
      id: newId(),
      actor_client_id: event.clientId,
      action: event.action,
      subject_type: 'user',
      subject_id: event.subjectId,
      details: event.details,
      address: event.address,
    })
    .execute()
}
