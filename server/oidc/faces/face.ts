import type { Person } from '../../db/queries/users.ts'

/** The issuers, by the document of the contract that describes them. */
export type EngineName = 'account' | 'oneaccess'

/** The paths of an issuer's operations. What has none is not offered. */
export interface EnginePaths {
  readonly discovery: string
  readonly authorization: string
  readonly token: string
  readonly userinfo: string
  readonly jwks: string
  /** Where sessions end: one address for all issuers, since the session is one. */
  readonly endSession: string
  readonly introspection?: string
  readonly revocation?: string
  /** Where devices ask for codes, and where people type them in (RFC 8628). */
  readonly device?: { readonly authorization: string; readonly verification: string }
}

/** How long what an issuer makes lasts, in seconds. */
export interface TokenLifetimes {
  readonly userAccessToken: number
  /** Left out by issuers that know no client credentials. */
  readonly clientAccessToken?: number
  /** Idle limit: each rotation starts it anew. */
  readonly refreshToken: number
  readonly idToken: number
  readonly authorizationCode: number
  /** Left out by issuers that know no devices. */
  readonly deviceCode?: number
  /** Absolute limit of a chain of refresh tokens: it ends with its grant. */
  readonly grant: number
}

/** One issuer of OpenID Connect: everything in which it differs from the others that the same engine serves. */
export interface EngineFace {
  readonly name: EngineName
  /** Origin of the installation: scheme, host and port of every address. */
  readonly origin: string
  readonly issuer: string
  /** The audience of access tokens (RFC 8707, RFC 9068). */
  readonly audience: string
  readonly paths: EnginePaths
  /** Stands before the names of what is this issuer's own among what the engine keeps. */
  readonly statePrefix: string
  readonly scopes: readonly string[]
  /** What an authorization request without `scope` asks for. */
  readonly defaultScope?: string
  /** The claims each scope gives, as the configuration lists them (OpenID Connect Core 5.4). */
  readonly claimsOfScope: Readonly<Record<string, readonly string[]>>
  /** Claims about a person, in an id token or at userinfo. */
  claims(user: Person, scopes: ReadonlySet<string>, use: 'id_token' | 'userinfo'): { sub: string }
  readonly responseTypes: readonly ('code' | 'id_token' | 'code id_token' | 'none')[]
  readonly grantTypes: readonly string[]
  readonly lifetimes: TokenLifetimes
  /** Whether a request may leave out `redirect_uri` where the application has registered only one. */
  readonly redirectUriOptional: boolean
  /** With which status browsers are sent on: the vendors' pages differ. */
  readonly redirectStatus: 302 | 303
  /** What the issuer has beside back-channel logout for the end of the session: RP-initiated logout, and this session frame. */
  readonly sessionFrame?: string
  /** The documented words for a grant that does not stand (`invalid_grant`), by grant type; else the engine's own. */
  readonly refusedGrants: Readonly<Record<string, string>>
}

/** Whether refresh tokens have to be asked for by scope (OpenID Connect Core 11); else the registration decides alone. */
export function offersOfflineAccess({ scopes }: EngineFace): boolean {
  return scopes.includes('offline_access')
}
