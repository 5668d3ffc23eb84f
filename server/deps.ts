import type { ApplicationDirectory } from './domain/applications/directory.ts'
import type { PasswordSignIn } from './domain/sign-in/password-sign-in.ts'
import type { Accounts } from './domain/users/account.ts'
import type { AccessTokens } from './oidc/access-tokens.ts'
import type { BrowserSessions } from './oidc/browser-sessions.ts'
import type { Interactions } from './oidc/interactions.ts'
import type { LoginEncryption } from './oidc/login-encryption.ts'
import type { RequestTokens } from './oidc/request-token.ts'

/** The services that handlers call; made once, in app.ts. */
export interface Deps {
  readonly accessTokens: AccessTokens
  readonly accounts: Accounts
  readonly applications: ApplicationDirectory
  readonly browserSessions: BrowserSessions
  readonly interactions: Interactions
  readonly loginEncryption: LoginEncryption
  readonly requestTokens: RequestTokens
  readonly signIn: PasswordSignIn
}
