import type { Generated } from 'kysely'
import type { DefaultJsonColumn, MadeTime, OptionalJsonColumn, OptionalTime, Time } from './columns.ts'

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
  /** The one before, and until when it is taken too. */
  formerSecretHash: Buffer | null
  formerSecretUntil: OptionalTime
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
  /** Where browsers take requests for a sign-out and answers to such. */
  samlLogoutUrl: string | null
  /** How they take them there. */
  samlLogoutBinding: Generated<'redirect' | 'post'>
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
  /** What the pages show of it: a square picture in WebP, and the SHA-256 by which browsers know it again. */
  logo: Buffer | null
  logoHash: Buffer | null
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
