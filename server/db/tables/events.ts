import type { ColumnType, Generated } from 'kysely'
import type { MadeTime, OptionalJsonColumn, OptionalTime } from './columns.ts'

/** Where an application is told of changes; its secrets are under the installation's key. */
export interface EventCallbacksTable {
  clientId: string
  address: string
  token: Buffer
  encryptionKey: Buffer | null
  signatureKey: Buffer | null
  pausedAt: OptionalTime
  createdAt: MadeTime
  updatedAt: MadeTime
}

export type EventSubject = 'user' | 'organization'

export type EventKind = 'CREATE' | 'UPDATE' | 'DELETE'

/** `waiting` and `sending` are under way; a `dead` one waits for somebody, and all later ones of its object behind it. */
export type DeliveryState = 'waiting' | 'sending' | 'delivered' | 'dead' | 'dropped'

/** An event for one application. Triggers of users, memberships and organizations write them. */
export interface EventDeliveriesTable {
  /** A decimal text (bigint). */
  id: ColumnType<string, never, never>
  clientId: string
  subjectType: EventSubject
  subjectId: string
  kind: EventKind
  /** The object as the change left it; gone once the event is delivered or dropped. */
  content: OptionalJsonColumn
  changed: Generated<string[]>
  /** The transaction of the change. A decimal text (bigint). */
  madeIn: ColumnType<string, string | undefined, string>
  state: Generated<DeliveryState>
  attempts: Generated<number>
  dueAt: MadeTime
  /** What the application answered last. */
  code: string | null
  message: string | null
  createdAt: MadeTime
  attemptedAt: OptionalTime
  finishedAt: OptionalTime
}

/** What an application calls a user or an organization. */
export interface EventObjectsTable {
  clientId: string
  subjectId: string
  objectId: string
}
