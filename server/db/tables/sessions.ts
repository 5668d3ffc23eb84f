import type { Generated } from 'kysely'
import type { JsonColumn, MadeTime, OptionalTime, Time } from './columns.ts'

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

/** A sign-out that leads a browser through the applications that only it can tell. */
export interface SamlSignOutsTable {
  referenceHash: Buffer
  browserHash: Buffer
  /** Whom it leads to, and where it ends. */
  content: JsonColumn
  /** Whose answer is waited for, from 0. */
  position: Generated<number>
  /** How many have said that they are done. */
  done: Generated<number>
  expiresAt: Time
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
