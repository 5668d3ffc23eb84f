import type { ColumnType, Generated } from 'kysely'
import type { DefaultJsonColumn, MadeTime, OptionalTime } from './columns.ts'

export type OrganizationType = 'group' | 'company' | 'unit' | 'department'

export interface OrganizationsTable {
  id: string
  /** Absent for a root. */
  parentId: string | null
  type: Generated<OrganizationType>
  code: string
  name: string
  /** Among its siblings; equal ones by name. */
  position: Generated<number>
  enabled: Generated<boolean>
  extension: DefaultJsonColumn
  createdAt: MadeTime
  updatedAt: MadeTime
}

/** Whether a person belongs to an organization (OneAccess' `1`) or is attached to it (`0`). */
export type RelationType = 'belonging' | 'attached'

export interface MembershipsTable {
  userId: string
  organizationId: string
  isPrimary: Generated<boolean>
  relationType: Generated<RelationType>
  /** The enterprise that keeps it; absent where somebody has made it here. */
  corpId: string | null
  createdAt: MadeTime
}

/** An enterprise of the Account API: a company in the tree, and what only that API says of it. */
export interface CorpsTable {
  id: string
  displayName: string | null
  description: Generated<string>
  createdAt: MadeTime
  updatedAt: MadeTime
}

/** An enterprise's link to a provider; its secrets are under the installation's key. */
export interface CorpLinksTable {
  corpId: string
  provider: 'WeCom'
  externalId: string
  appId: string | null
  /** Whom call-backs are for: the enterprise itself, or the suite of a service provider that acts for it. */
  receiveId: string
  appSecret: Buffer | null
  callbackToken: Buffer | null
  callbackKey: Buffer | null
  refreshStartedAt: OptionalTime
  refreshedAt: OptionalTime
  createdAt: MadeTime
  updatedAt: MadeTime
}

/** A department as the provider has it. Ids are decimal texts (bigint). */
export interface CorpDepartmentsTable {
  corpId: string
  externalId: string
  parentExternalId: string
  organizationId: string
}

/** A member as the provider has it, be it a user or not. */
export interface CorpMembersTable {
  corpId: string
  /** The id in lower case, as ids of members are compared. */
  memberKey: string
  memberId: string
  departments: Generated<string[]>
  mainDepartment: string | null
}

/** What a provider told about an enterprise. */
export interface CorpEventsTable {
  id: ColumnType<string, never, never>
  corpId: string
  contentHash: Buffer
  content: Buffer
  receivedAt: MadeTime
  appliedAt: OptionalTime
}
