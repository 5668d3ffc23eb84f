import type { Generated } from 'kysely'
import type { MadeTime, OptionalTime, Time } from './columns.ts'

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

/** A sign-in, with an app or in a browser, that waits for its next step. */
export interface SignInStatesTable {
  tokenHash: Buffer
  /** Absent where a page of ours asks for it. */
  clientId: string | null
  /** Of the device, or of the browser and what it was asked for there. */
  deviceHash: Buffer
  step: SignInStep
  /** How the person has come in so far. */
  method: string
  /** Absent for a social account that nobody has yet. */
  userId: string | null
  /** That account, under the installation's key. */
  identity: Buffer | null
  /** How a person in a browser has proved who they are (RFC 8176). */
  amr: Generated<string[]>
  /** Whether their session is to outlive the browser. */
  remember: Generated<boolean>
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

/** A wait that stands for a captcha. */
export interface CaptchaWaitsTable {
  tokenHash: Buffer
  /** The browser and the page that it was given to. */
  holderHash: Buffer
  usableFrom: Time
  expiresAt: Time
}
