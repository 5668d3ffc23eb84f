import type { Insertable, Kysely, Selectable, Updateable } from 'kysely'
import type {
  AccessCredentialsTable,
  ApplicationAccountsTable,
  ApplicationOrganizationsTable,
  ApplicationRoleMembersTable,
  ApplicationRolesTable,
  ApplicationsTable,
} from './tables/applications.ts'
import type { AuditEventsTable, AuditExportEventsTable, AuditExportsTable } from './tables/audit.ts'
import type {
  RoleGroupPeopleTable,
  RoleGroupsTable,
  UserExportDownloadsTable,
  UserExportsTable,
} from './tables/back-office.ts'
import type { EventCallbacksTable, EventDeliveriesTable, EventObjectsTable } from './tables/events.ts'
import type {
  CallerWritesTable,
  EraTable,
  InstallationTable,
  RateLimitsTable,
  ReadinessTable,
  RowCountsTable,
  SecretKeysTable,
} from './tables/installation.ts'
import type { MessageCountersTable, MessagesTable, ServiceMessagesTable } from './tables/messages.ts'
import type {
  CorpDepartmentsTable,
  CorpEventsTable,
  CorpLinksTable,
  CorpMembersTable,
  CorpsTable,
  MembershipsTable,
  OrganizationsTable,
} from './tables/organizations.ts'
import type {
  CasTicketsTable,
  EngineStateTable,
  KeysTable,
  RevokedAccessTokensTable,
  SamlSignOutsTable,
  SessionPartiesTable,
  SessionsTable,
  SpentProofsTable,
  SsoTicketsTable,
} from './tables/sessions.ts'
import type {
  CaptchasTable,
  CaptchaWaitsTable,
  ExternalSignInsTable,
  LastSignInsTable,
  LoginRecordsTable,
  ProviderTokensTable,
  SignInStatesTable,
  VerificationCodesTable,
} from './tables/sign-in.ts'
import type {
  AcceptancesTable,
  ExternalLoginsTable,
  PasswordCredentialsTable,
  PasswordHistoryTable,
  ProfileImagesTable,
  UserModificationsTable,
  UsersTable,
} from './tables/users.ts'

export type { ApplicationsTable } from './tables/applications.ts'
export type { ExportFormat, ExportState } from './tables/back-office.ts'
export type { Json, JsonObject } from './tables/columns.ts'
export type { DeliveryState, EventKind, EventSubject } from './tables/events.ts'
export type { OrganizationType, RelationType } from './tables/organizations.ts'
export type { PartyProtocol } from './tables/sessions.ts'
export type { SignInStep } from './tables/sign-in.ts'
export type { AccountState, Address, JobInfo } from './tables/users.ts'

/**
 * The tables as the latest migration leaves them, in the case of the code: kysely's CamelCasePlugin stands between. A test
 * compares them with a migrated database.
 */
export interface Database {
  users: UsersTable
  userModifications: UserModificationsTable
  profileImages: ProfileImagesTable
  passwordCredentials: PasswordCredentialsTable
  passwordHistory: PasswordHistoryTable
  externalLogins: ExternalLoginsTable
  externalSignIns: ExternalSignInsTable
  organizations: OrganizationsTable
  memberships: MembershipsTable
  corps: CorpsTable
  corpLinks: CorpLinksTable
  corpDepartments: CorpDepartmentsTable
  corpMembers: CorpMembersTable
  corpEvents: CorpEventsTable
  eventCallbacks: EventCallbacksTable
  eventDeliveries: EventDeliveriesTable
  eventObjects: EventObjectsTable
  roleGroups: RoleGroupsTable
  roleGroupMembers: RoleGroupPeopleTable
  roleGroupReaders: RoleGroupPeopleTable
  applications: ApplicationsTable
  applicationOrganizations: ApplicationOrganizationsTable
  applicationAccounts: ApplicationAccountsTable
  applicationRoles: ApplicationRolesTable
  applicationRoleMembers: ApplicationRoleMembersTable
  accessCredentials: AccessCredentialsTable
  sessions: SessionsTable
  casTickets: CasTicketsTable
  sessionParties: SessionPartiesTable
  samlSignOuts: SamlSignOutsTable
  acceptances: AcceptancesTable
  engineState: EngineStateTable
  revokedAccessTokens: RevokedAccessTokensTable
  keys: KeysTable
  providerTokens: ProviderTokensTable
  loginRecords: LoginRecordsTable
  lastSignIns: LastSignInsTable
  auditEvents: AuditEventsTable
  auditExports: AuditExportsTable
  auditExportEvents: AuditExportEventsTable
  messages: MessagesTable
  userExports: UserExportsTable
  userExportDownloads: UserExportDownloadsTable
  verificationCodes: VerificationCodesTable
  captchas: CaptchasTable
  captchaWaits: CaptchaWaitsTable
  signInStates: SignInStatesTable
  ssoTickets: SsoTicketsTable
  spentProofs: SpentProofsTable
  messageCounters: MessageCountersTable
  serviceMessages: ServiceMessagesTable
  rateLimits: RateLimitsTable
  rowCounts: RowCountsTable
  installation: InstallationTable
  secretKeys: SecretKeysTable
  readiness: ReadinessTable
  callerWrites: CallerWritesTable
  presentEra: EraTable
  replicatedEra: EraTable
}

/** The database, or one transaction of it: a query takes either and does not ask which. */
export type Db = Kysely<Database>

/** What a query gives of a table when it selects these columns. */
export type Row<Table extends keyof Database, Columns extends readonly (keyof Database[Table])[]> = Pick<
  Selectable<Database[Table]>,
  Columns[number] & keyof Selectable<Database[Table]>
>

/** What an insert into a table takes. */
export type NewRow<Table extends keyof Database> = Insertable<Database[Table]>

/** What an update of a table takes. */
export type Change<Table extends keyof Database> = Updateable<Database[Table]>
