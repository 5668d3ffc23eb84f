import type { LoginEncryption } from './crypto/login-encryption.ts'
import type { ApplicationDirectory } from './domain/applications/directory.ts'
import type { PasswordSignIn } from './domain/sign-in/password-sign-in.ts'
import type { Accounts } from './domain/users/account.ts'
import type { AccessTokens } from './oidc/access-tokens.ts'
import type { BrowserSessions } from './sign-on/browser-sessions.ts'
import type { Interactions } from './sign-on/interactions.ts'
import type { RequestTokens } from './sign-on/request-tokens.ts'

/** The services that handlers call; made once, in app.ts. */
export interface Deps {
  /** Tokens of the Account API's issuer. */
  readonly accessTokens: AccessTokens
  readonly accounts: Accounts
  readonly applications: ApplicationDirectory
  readonly browserSessions: BrowserSessions
  readonly interactions: Interactions
  readonly loginEncryption: LoginEncryption
  /** Tokens of the OneAccess API's issuer. */
  readonly oneAccessTokens: AccessTokens
  readonly requestTokens: RequestTokens
  readonly signIn: PasswordSignIn
}
