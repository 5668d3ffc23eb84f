import type { DefaultJsonColumn, MadeTime } from './columns.ts'

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
