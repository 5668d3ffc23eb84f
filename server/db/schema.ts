import type { ColumnType, Generated, Insertable, Kysely, Selectable, Updateable } from 'kysely'

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
  acceptances: AcceptancesTable
  engineState: EngineStateTable
  revokedAccessTokens: RevokedAccessTokensTable
  keys: KeysTable
  providerTokens: ProviderTokensTable
  loginRecords: LoginRecordsTable
  lastSignIns: LastSignInsTable
  auditEvents: AuditEventsTable
  messages: MessagesTable
  userExports: UserExportsTable
  userExportDownloads: UserExportDownloadsTable
  verificationCodes: VerificationCodesTable
  captchas: CaptchasTable
  signInStates: SignInStatesTable
  ssoTickets: SsoTicketsTable
  spentProofs: SpentProofsTable
  messageCounters: MessageCountersTable
  serviceMessages: ServiceMessagesTable
  rateLimits: RateLimitsTable
  rowCounts: RowCountsTable
  installation: InstallationTable
  readiness: ReadinessTable
}

/** The database, or one transaction of it: a query takes either and does not ask which. */
export type Db = Kysely<Database>

/** A column of type timestamptz. */
type Time = ColumnType<Date, Date | string, Date | string>
type OptionalTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type MadeTime = ColumnType<Date, Date | string | undefined, Date | string>
/** A column that a trigger fills. */
type Derived<T> = ColumnType<T, undefined, undefined>
/** Any JSON value that can stand inside a jsonb column. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }
export type JsonObject = { readonly [key: string]: Json | undefined }
/** What is written into a jsonb column: the driver makes JSON of it. */
type Writable = Readonly<Record<string, unknown>>
/** A jsonb column. It holds an object, as a check constraint demands; its own keys stay as they are written. */
type JsonColumn = ColumnType<JsonObject, Writable, Writable>
type OptionalJsonColumn<T extends JsonObject = JsonObject> = ColumnType<
  T | null,
  Writable | null | undefined,
  Writable | null
>
/** A jsonb column with the default `{}`. */
type DefaultJsonColumn = ColumnType<JsonObject, Writable | undefined, Writable>

export type AccountState = 'Normal' | 'Disabled' | 'Locked'

/** A postal address; a member that is unknown is left out. */
export type Address = Readonly<
  Partial<Record<'street' | 'postalCode' | 'city' | 'provinceName' | 'countryName' | 'countryCode', string | null>>
>
/** A person's work; a member that is unknown is left out. */
export type JobInfo = Readonly<Partial<Record<'company' | 'industry' | 'department' | 'title', string | null>>>

export interface UsersTable {
  id: string
  userName: string
  itc: string | null
  phone: string | null
  email: string | null
  firstName: string | null
  middleName: string | null
  lastName: string | null
  /** OneAccess calls it `name`. */
  displayName: string | null
  profileImage: string | null
  preferredLanguage: Generated<string>
  /** OneAccess tells `Disabled` and `Locked` as `disabled` and `locked`. */
  accountState: Generated<AccountState>
  /** `YYYY-MM-DD`: a day has no time zone. */
  dateOfBirth: string | null
  address: OptionalJsonColumn<Address>
  jobInfo: OptionalJsonColumn<JobInfo>
  isPhoneReceiveInfo: boolean | null
  isEmailReceiveInfo: boolean | null
  phoneVerified: Generated<boolean>
  emailVerified: Generated<boolean>
  employeeId: string | null
  /** OneAccess' level of trust. */
  grade: number | null
  /**
   * What OneAccess knows of a person beside: `attr_gender`, `attr_nick_name`, `attr_identity_type`, … under those names.
   * Nothing looks for them, so they are no columns. `attr_birthday` is `dateOfBirth`.
   */
  attributes: DefaultJsonColumn
  /** Attributes of the enterprise's own. */
  extension: DefaultJsonColumn
  /** User name, mail address and phone number as they are compared (domain/text); the columns above are as they were typed. */
  userNameKey: Derived<string>
  emailKey: Derived<string | null>
  phoneKey: Derived<string | null>
  /** What the back office searches: canonical forms, a line each. */
  searchText: Derived<string>
  /** The OEM client whose user this is. */
  oemClientId: string | null
  /** When a closed account is erased, unless its owner signs in before. */
  closesAt: OptionalTime
  createdAt: MadeTime
  updatedAt: MadeTime
}

export interface UserModificationsTable {
  userId: string
  /** The name of the field in camelCase, or `password`. */
  field: string
  count: Generated<number>
  changedAt: MadeTime
}

export interface ProfileImagesTable {
  /** The last part of its address, and of the key of its file. */
  name: string
  /** Absent when the user is gone. */
  userId: string | null
  createdAt: MadeTime
  /** When its file is to go; absent for the picture that its user has. */
  expiresAt: OptionalTime
}

export interface PasswordCredentialsTable {
  userId: string
  /** argon2id in PHC string format. */
  hash: string
  /** OneAccess calls it `pwd_change_at`. */
  changedAt: MadeTime
  expiresAt: OptionalTime
  /** OneAccess calls it `pwd_must_modify`. */
  mustChange: Generated<boolean>
}

export interface PasswordHistoryTable {
  id: ColumnType<string, never, never>
  userId: string
  hash: string
  createdAt: MadeTime
}

export interface ExternalLoginsTable {
  id: string
  userId: string
  provider: string
  appId: string | null
  appOpenId: string | null
  /** The provider's unified id; absent as long as it gave none. Without it there is an open id. */
  externalId: string | null
  displayName: string | null
  createdAt: MadeTime
}

/** A sign-in at a provider that is under way. */
export interface ExternalSignInsTable {
  idHash: Buffer
  provider: string
  /** Whose account is to get the login; absent where somebody signs in. */
  userId: string | null
  returnUrl: string | null
  /** What the provider has told, under the installation's key; absent until then. */
  identity: Buffer | null
  expiresAt: Time
}

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

export type ClientAuthMethod = 'none' | 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt'

/** The last part of the identifiers of saml-core section 8.3. */
export type SamlNameIdFormat = 'persistent' | 'emailAddress' | 'unspecified' | 'transient'

export interface ApplicationsTable {
  clientId: string
  id: string
  name: string
  nameZh: string | null
  /** Mail addresses of those who answer for it. */
  contacts: Generated<string[]>
  /** SHA-256 of the secret. */
  secretHash: Buffer | null
  tokenEndpointAuthMethod: ClientAuthMethod
  /** JSON Web Key Set (RFC 7517) of a `private_key_jwt` client. */
  jwks: OptionalJsonColumn
  redirectUris: Generated<string[]>
  postLogoutRedirectUris: Generated<string[]>
  /** Origins whose pages may ask who is signed in (doc-2283443). */
  listenerOrigins: Generated<string[]>
  backchannelLogoutUri: string | null
  backchannelLogoutSessionRequired: Generated<boolean>
  grantTypes: Generated<string[]>
  responseTypes: Generated<string[]>
  scopes: Generated<string[]>
  /** Which management interfaces of OneAccess it may call. */
  permissionCodes: Generated<string[]>
  /** Applications of the platform itself: their users are not asked for consent. */
  firstParty: Generated<boolean>
  idTokenSigningAlgorithm: Generated<'RS256' | 'ES256'>
  applicationType: Generated<'web' | 'native'>
  refreshTokenGraceSeconds: Generated<number>
  managementTokenSeconds: Generated<number>
  /** The key pair of signed requests, made when it is first asked for; the private half under the installation's key. */
  signingPublicJwk: OptionalJsonColumn
  signingPrivateKey: Buffer | null
  requirePkce: Generated<boolean>
  /** Whether its password grants may say which address the person asks from. */
  userAddressAllowed: Generated<boolean>
  /** Whether it may look at the tokens of other applications (RFC 7662); everybody may look at their own. */
  introspectsAllTokens: Generated<boolean>
  /** Whether its id tokens say about the person what userinfo says, in the code flow too (OpenID Connect Core 5.4). */
  claimsInIdToken: Generated<boolean>
  /** Addresses of its pages that people come to with a ticket, letter by letter. */
  casServices: Generated<string[]>
  /** What sites are told of a person by CAS, SAML and the userinfo of OneAccess: their name for it, and what it is here. */
  attributeMapping: DefaultJsonColumn
  /** Whether it has organizations of its own. */
  organizationModel: Generated<boolean>
  /** The names of the attributes that its accounts have beside the documented ones. */
  accountAttributes: Generated<string[]>
  /** What SAML calls the application. */
  samlEntityId: string | null
  /** Where its people are taken to with an assertion, letter by letter; a request may name one by its place. */
  samlAcsUrls: Generated<string[]>
  /** Where browsers come back to after a sign-out that it has asked for. */
  samlLogoutUrl: string | null
  /** Where it is told, from server to server, that a session has ended. */
  samlBackchannelLogoutUrl: string | null
  /** X.509 certificates of the keys that sign its messages. */
  samlCertificates: Generated<string[]>
  /** Of the key that reads its assertions; without one they are not encrypted. */
  samlEncryptionCertificate: string | null
  /** Whether only signed requests for a sign-on are taken; those for a sign-out always have to be. */
  samlAuthnRequestsSigned: Generated<boolean>
  /** How people are named where a request does not say so. */
  samlNameIdFormat: Generated<SamlNameIdFormat>
  /** How long session tokens of its app live. */
  sessionTokenSeconds: Generated<number>
  /** How old a password may be, and how long before that its person is warned; 0 is no limit, and no warning. */
  passwordMaxDays: Generated<number>
  passwordWarnDays: Generated<number>
  secondFactor: Generated<'none' | 'sms'>
  /** What becomes of a social account that nobody has. */
  unknownSocialAccounts: Generated<'bind' | 'bind_or_register'>
  /** Whether only those enter who have an account of it. */
  applicationAccountRequired: Generated<boolean>
  enabled: Generated<boolean>
  createdAt: MadeTime
  updatedAt: MadeTime
}

/** An organization that an application has of its own. */
export interface ApplicationOrganizationsTable {
  applicationId: string
  id: string
  /** Absent for a root. */
  parentId: string | null
  code: string
  name: string
  createdAt: MadeTime
  updatedAt: MadeTime
}

/** The account of a user in an application. */
export interface ApplicationAccountsTable {
  applicationId: string
  id: string
  userId: string
  organizationId: string | null
  accountName: string
  name: string
  /** argon2id in PHC string format. */
  passwordHash: string | null
  disabled: Generated<boolean>
  /** By the names that the application's `accountAttributes` has. */
  extension: DefaultJsonColumn
  createdAt: MadeTime
  updatedAt: MadeTime
}

/** A role that an application has of its own. */
export interface ApplicationRolesTable {
  applicationId: string
  id: string
  code: string
  name: string
  createdAt: MadeTime
  /** Absent before the first change. */
  updatedAt: OptionalTime
}

export interface ApplicationRoleMembersTable {
  applicationId: string
  roleId: string
  accountId: string
  createdAt: MadeTime
}

/** What OneAccess' management interfaces are called with. */
export interface AccessCredentialsTable {
  tokenHash: Buffer
  clientId: string
  createdAt: MadeTime
  expiresAt: Time
}

export interface SessionsTable {
  idHash: Buffer
  uid: string
  userId: string | null
  payload: JsonColumn
  createdAt: MadeTime
  expiresAt: Time
  /** Where the browser was at the sign-in, and how it named itself. */
  address: string | null
  userAgent: string | null
  /** When the person last gave the password in this session. */
  provedAt: OptionalTime
  /** The application and the device of a session of an app; absent for that of a browser. */
  clientId: string | null
  deviceHash: Buffer | null
}

/** What a browser brings to a site that it reaches by CAS, until the site asks whose it is. */
export interface CasTicketsTable {
  ticketHash: Buffer
  sessionUid: string
  clientId: string
  service: string
  /** Whether the person signed in for this very ticket. */
  fresh: boolean
  expiresAt: Time
}

export type PartyProtocol = 'oidc' | 'cas' | 'saml'

/** An application that a session has reached. */
export interface SessionPartiesTable {
  id: Generated<string>
  sessionUid: string
  protocol: PartyProtocol
  clientId: string
  /** What the application knows the session by. */
  handle: string
  details: JsonColumn
  createdAt: MadeTime
  /** When it is to be told that the session has ended; absent as long as it has not. */
  dueAt: OptionalTime
  attempts: Generated<number>
}

/** A text of the operator that a person has accepted. */
export interface AcceptancesTable {
  userId: string
  document: 'terms' | 'privacy'
  address: string
  /** Empty when the operator names none. */
  version: Generated<string>
  acceptedAt: MadeTime
}

export interface EngineStateTable {
  /** Name of the engine's model, such as `AuthorizationCode`. */
  model: string
  idHash: Buffer
  payload: JsonColumn
  grantHash: Buffer | null
  userCode: string | null
  uid: string | null
  userId: string | null
  clientId: string | null
  expiresAt: Time
  consumedAt: OptionalTime
  /** When a device last asked for what this code stands for (RFC 8628 section 3.5). */
  polledAt: OptionalTime
}

export interface RevokedAccessTokensTable {
  tokenHash: Buffer
  expiresAt: Time
}

export interface KeysTable {
  /** JWK thumbprint or other `kid`. */
  id: string
  purpose: 'signing' | 'login'
  algorithm: 'RS256' | 'ES256' | 'RSA'
  publicJwk: JsonColumn
  /** Private JWK under the installation's key, as `encrypt` of crypto/encryption.ts makes it. */
  privateKey: Buffer
  createdAt: MadeTime
  /** From when on it is the one that signs. */
  signsAt: Time
  /** From when on nothing is trusted that it has signed. */
  revokedAt: OptionalTime
}

/** What a provider's interfaces are called with, under the installation's key: one for all processes. */
export interface ProviderTokensTable {
  id: string
  token: Buffer | null
  expiresAt: OptionalTime
}

export interface LoginRecordsTable {
  id: string
  /** Absent when the attempt named no known user. */
  userId: string | null
  clientId: string | null
  address: string | null
  userAgent: string | null
  method: string
  succeeded: boolean
  reason: string | null
  /** How many refusals this row stands for. */
  attempts: Generated<number>
  /** What makes refusals one row: their network and window. Absent for all other attempts. */
  refusalKey: string | null
  createdAt: MadeTime
}

/** When somebody last signed in to an application. A trigger on the records of sign-ins fills it. */
export interface LastSignInsTable {
  userId: string
  /** Empty where it was to none. */
  clientId: string
  signedInAt: Time
}

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

/** A message on its way; in demo mode, one that is kept. */
export interface MessagesTable {
  id: string
  /** What `sealMessage` of domain/messages makes of it. */
  sealed: Buffer
  createdAt: MadeTime
  /** After which nobody wants it any more. */
  expiresAt: Time
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

export interface VerificationCodesTable {
  id: string
  purpose: string
  /** HMAC of the channel and the number or address. */
  targetHash: Buffer
  /** Whose it is; absent where nobody has an account yet. */
  userId: string | null
  codeHash: Buffer
  /** Wrong codes so far. */
  attempts: Generated<number>
  createdAt: MadeTime
  expiresAt: Time
}

/** Steps that a sign-in may wait for, as the documented states are called. */
export type SignInStep = 'PASSWORD_WARN' | 'PASSWORD_EXPIRED' | 'SOCIAL_BIND' | 'USER_REGISTER' | 'MFA_AUTH'

/** A sign-in with an app that waits for its next step. */
export interface SignInStatesTable {
  tokenHash: Buffer
  clientId: string
  deviceHash: Buffer
  step: SignInStep
  /** How the person has come in so far. */
  method: string
  /** Absent for a social account that nobody has yet. */
  userId: string | null
  /** That account, under the installation's key. */
  identity: Buffer | null
  expiresAt: Time
}

/** What tells another application who is signed in. */
export interface SsoTicketsTable {
  ticketHash: Buffer
  sessionUid: string
  /** The application that may use it. */
  clientId: string
  deviceHash: Buffer
  expiresAt: Time
}

/** Signatures of calls, and codes of providers, that do not count again. */
export interface SpentProofsTable {
  proofHash: Buffer
  expiresAt: Time
}

/** A slider captcha that is shown, or one that was passed. */
export interface CaptchasTable {
  tokenHash: Buffer
  clientId: string
  deviceHash: Buffer
  /** Where the piece belongs, in pixels; absent once it was put there. */
  answer: number | null
  /** Whom a code may be sent to; absent until then. */
  recipientHash: Buffer | null
  expiresAt: Time
}

export interface MessageCountersTable {
  userId: string
  /** Of the latest message, also when it is gone. A decimal text (bigint). */
  lastNumber: ColumnType<string, number, number>
}

/** What applications push to users. */
export interface ServiceMessagesTable {
  userId: string
  /** Its place among the user's messages. A decimal text (bigint). */
  number: ColumnType<string, number, never>
  id: string
  /** The application that pushed it. */
  clientId: string
  type: string
  /** A JSON text, as it came. */
  content: string
  createdAt: MadeTime
  expiresAt: Time
}

/** The layout that rate-limiter-flexible reads and writes itself. */
export interface RateLimitsTable {
  key: string
  points: Generated<number>
  /** Attempts that are under way, as long as `pendingUntil` (milliseconds since 1970) has not passed. */
  pending: Generated<number>
  pendingUntil: Generated<string>
  /** Milliseconds since 1970 as a decimal text (bigint); absent means never. */
  expire: string | null
}

/** What a query gives of a table when it selects these columns. */
export type Row<Table extends keyof Database, Columns extends readonly (keyof Database[Table])[]> = Pick<
  Selectable<Database[Table]>,
  Columns[number] & keyof Selectable<Database[Table]>
>
/** What an insert into a table takes. */
export type NewRow<Table extends keyof Database> = Insertable<Database[Table]>
/** What an update of a table takes. */
export type Change<Table extends keyof Database> = Updateable<Database[Table]>

/** Changes of the number of a table's rows; their sum is that number. */
export interface RowCountsTable {
  id: ColumnType<string, never, never>
  name: string
  /** A decimal text (bigint). */
  delta: ColumnType<string, number, number>
}

/** One row: what the database knows of the installation it belongs to. */
export interface InstallationTable {
  onlyOne: Generated<boolean>
  /** Tells whether a secret is the one that everything here was made with. */
  secretCheck: Buffer
  createdAt: MadeTime
}

/** One row, which the readiness check writes to. */
export interface ReadinessTable {
  onlyRow: Generated<boolean>
  checkedAt: MadeTime
}
