import type { LoginEncryption } from './crypto/login-encryption.ts'
import type { AccessCredentials } from './domain/access-credentials/access-credentials.ts'
import type { ApplicationDirectory } from './domain/applications/directory.ts'
import type { Organizations } from './domain/organizations/organizations.ts'
import type { RoleGroups } from './domain/role-groups/role-groups.ts'
import type { PasswordSignIn } from './domain/sign-in/password-sign-in.ts'
import type { Accounts } from './domain/users/account.ts'
import type { Users } from './domain/users/users.ts'
import type { AccessTokens } from './oidc/access-tokens.ts'
import type { Interactions } from './oidc/interactions.ts'
import type { BrowserSessions } from './sign-on/browser-sessions.ts'
import type { RequestTokens } from './sign-on/request-tokens.ts'

/** The services that handlers call; made once, in app.ts. */
export interface Deps {
  readonly accessCredentials: AccessCredentials
  readonly accessTokens: AccessTokens
  readonly accounts: Accounts
  readonly applications: ApplicationDirectory
  readonly browserSessions: BrowserSessions
  readonly interactions: Interactions
  readonly loginEncryption: LoginEncryption
  readonly organizations: Organizations
  readonly requestTokens: RequestTokens
  readonly roleGroups: RoleGroups
  readonly signIn: PasswordSignIn
  readonly users: Users
}
