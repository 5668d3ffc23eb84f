import { v7 as newId } from 'uuid'
import type { Db, JsonObject } from '../schema.ts'

/** Who does something, as far as known: a person, through an application, from an address, with one request. */
export interface Actor {
  readonly userId?: string | undefined
  readonly clientId?: string | undefined
  readonly address?: string | undefined
  readonly requestId?: string | undefined
}

/** What something is done to. */
export interface Subject {
  readonly type: 'user' | 'organization' | 'role_group' | 'application' | 'key'
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

/** The same for one act on many things. One statement. */
export async function saveAuditEvents(
  db: Db,
  by: Actor,
  action: string,
  events: readonly { readonly subject: Subject; readonly details?: JsonObject }[],
): Promise<void> {
  const event = ({ subject, details = {} }: (typeof events)[number]) => ({
    id: newId(),
    actorId: by.userId ?? null,
    actorClientId: by.clientId ?? null,
    action,
    subjectType: subject.type,
    subjectId: subject.id ?? null,
    details,
    address: by.address || null,
    requestId: by.requestId ?? null,
  })
  await db.insertInto('auditEvents').values(events.map(event)).execute()
}
