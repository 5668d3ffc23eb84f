import type { Rights } from '../contract/policy/authenticate.ts'
import type { UserTokenClaims } from '../db/queries/callers.ts'
import type { User } from '../db/queries/users.ts'
import type { AppSession } from '../domain/app-sign-in/app-sessions.ts'
import type { WaitingSignIn } from '../domain/sign-in-steps/waiting.ts'

/** Where a call came from, for records of what it did. */
interface Origin {
  readonly address: string
  /** As the log and the answer's `X-Request-Id` have it. */
  readonly requestId: string
}

/** A person, through an application: the access token of a user. */
export interface UserCaller extends Rights, Origin {
  readonly kind: 'user'
  readonly userId: string
  /** The account as it was when the token was looked at. */
  readonly user: User
  readonly clientId: string
  /** What tells whether the token still stands, for whoever stays longer than a call. */
  readonly token: UserTokenClaims
  /** When the token ends, in milliseconds since 1970. */
  readonly tokenExpiresAt: number
}

/** An application for itself: the access token of client credentials. */
export interface ClientCaller extends Rights, Origin {
  readonly kind: 'client'
  readonly clientId: string
}

/** An application of OneAccess for itself, with what proves it: an access credential (M1), or its secret. */
export interface ApplicationCaller extends Rights, Origin {
  readonly kind: 'application'
  readonly clientId: string
  /** The application's id, a GUID. */
  readonly applicationId: string
}

/** An application that the request names and nothing proves: what it may do, everybody may who knows its name. */
export interface NamedApplication extends Rights, Origin {
  readonly kind: 'named-application'
  readonly clientId: string
  /** The application's id, a GUID. */
  readonly applicationId: string
}

/** A person who is signed in with an app, by a proof of the app's session. */
export interface SessionCaller extends Rights, Origin {
  readonly kind: 'session'
  readonly userId: string
  readonly clientId: string
  /** The application's id, a GUID. */
  readonly applicationId: string
  readonly session: AppSession
}

/** An app in the middle of a sign-in. */
export interface StateCaller extends Rights, Origin {
  readonly kind: 'state'
  readonly clientId: string
  /** The application's id, a GUID. */
  readonly applicationId: string
  readonly waiting: WaitingSignIn
}

/** Whom the credential of each security scheme stands for. */
export interface Callers {
  readonly account: { readonly oauth2: UserCaller | ClientCaller }
  readonly oneaccess: {
    readonly managementToken: ApplicationCaller
    readonly clientBasic: ApplicationCaller
    readonly accessToken: UserCaller
    readonly sessionSignature: SessionCaller
    readonly stateToken: StateCaller
  }
}
