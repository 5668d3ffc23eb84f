import type { ColumnType } from 'kysely'
import type { DefaultJsonColumn, MadeTime, OptionalTime } from './columns.ts'

export interface AuditEventsTable {
  id: string
  actorId: string | null
  actorClientId: string | null
  action: string
  subjectType: string
  subjectId: string | null
  details: DefaultJsonColumn
  address: string | null
  requestId: string | null
  createdAt: MadeTime
}

/** Where the audit log is handed on to. */
export interface AuditExportsTable {
  target: string
  /** The node that delivers, and until when it is taken to live. */
  holder: string | null
  heldUntil: OptionalTime
  createdAt: MadeTime
  deliveredAt: OptionalTime
  /** Since when it does not take anything, and why. */
  failedAt: OptionalTime
  reason: string | null
}

/** An event that waits for a destination. A trigger of the audit log writes them. */
export interface AuditExportEventsTable {
  /** A decimal text (bigint). */
  id: ColumnType<string, never, never>
  target: string
  eventId: string
  createdAt: MadeTime
}
