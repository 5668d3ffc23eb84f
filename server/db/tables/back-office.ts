import type { Generated } from 'kysely'
import type { JsonColumn, MadeTime, Time } from './columns.ts'

export interface RoleGroupsTable {
  id: string
  name: string
  displayName: Generated<string>
  description: Generated<string>
  managerId: string | null
  isZwsoft: Generated<boolean>
  createdAt: MadeTime
  updatedAt: MadeTime
}

export interface RoleGroupPeopleTable {
  groupId: string
  userId: string
  createdAt: MadeTime
}

export type ExportState =
  | 'awaiting_approval'
  | 'pending'
  | 'downloadable'
  | 'refused'
  | 'failed'
  | 'cancelled'
  | 'expired'

export type ExportFormat = 'csv' | 'xlsx'

export interface UserExportsTable {
  id: string
  /** Absent when they are gone. */
  creatorId: string | null
  state: ExportState
  format: ExportFormat
  reason: string
  /** The conditions that were given, in the words of the contract. */
  filter: JsonColumn
  /** How often the making of the file was begun. */
  attempts: Generated<number>
  /** Which of these has made the file. */
  madeByAttempt: number | null
  size: string | null
  /** Set before there is a file. */
  hasFile: Generated<boolean>
  expiresAt: Time
  createdAt: MadeTime
  updatedAt: MadeTime
}

export interface UserExportDownloadsTable {
  id: string
  exportId: string
  userId: string
  displayName: string | null
  email: string | null
  reason: string | null
  /** Absent until the file is downloaded. */
  result: string | null
  createdAt: MadeTime
}
