import type { Config } from './config/config.ts'
import { deriveKey } from './crypto/encryption.ts'
import { LoginEncryption } from './crypto/login-encryption.ts'
import type { DatabaseConnection } from './db/connect.ts'
import type { Deps } from './deps.ts'
import { AccessCredentials } from './domain/access-credentials/access-credentials.ts'
import { ApplicationDirectory } from './domain/applications/directory.ts'
import { defaultKeySchedule, KeyRing, type KeySchedule } from './domain/keys/key-ring.ts'
import { Organizations } from './domain/organizations/organizations.ts'
import { RoleGroups } from './domain/role-groups/role-groups.ts'
import { defaultSignInLimits, deviceCodeLimits, type SignInLimits } from './domain/sign-in/limits.ts'
import { PasswordSignIn } from './domain/sign-in/password-sign-in.ts'
import { Throttle } from './domain/sign-in/throttle.ts'
import { Accounts } from './domain/users/account.ts'
import { Users } from './domain/users/users.ts'
import type { Logger } from './log/log.ts'
import { AccessTokens } from './oidc/access-tokens.ts'
import { Engine } from './oidc/engine.ts'
import { Interactions } from './oidc/interactions.ts'
import { apiAudience } from './oidc/resource.ts'
import { BrowserSessions } from './sign-on/browser-sessions.ts'
import { RequestTokens } from './sign-on/request-tokens.ts'

/** What the services are made from. */
export interface ServiceSettings {
  config: Pick<Config, 'publicUrl'>
  database: DatabaseConnection
  /** The installation's secret, of which every purpose gets a key of its own. */
  secret: Buffer
  log: Logger
  signInLimits?: SignInLimits
  keySchedule?: KeySchedule
}

/** The services of a server and the two things that change while it runs. */
export interface Services {
  deps: Deps
  engine: Engine
  keyRing: KeyRing
  deviceCodes: Throttle<'address'>
}

/** Makes every service once: the only place that wires them. */
export async function createServices(settings: ServiceSettings): Promise<Services> {
  const { config, database, secret, log } = settings
  const { db, pool } = database
  const issuer = config.publicUrl
  const stateKey = deriveKey(secret, 'browser-state')

  const keyRing = await KeyRing.open({
    db,
    secret: deriveKey(secret, 'keys-at-rest'),
    schedule: settings.keySchedule ?? defaultKeySchedule,
  })
  const applications = new ApplicationDirectory(db)
  const accounts = new Accounts(db)
  const organizations = new Organizations(db)
  const accessTokens = new AccessTokens({
    db,
    applications,
    issuer,
    audience: apiAudience(issuer),
    readKeys: async () => {
      await keyRing.reload()
      return keyRing.publicKeys()
    },
  })
  const signIn = new PasswordSignIn(db, pool, settings.signInLimits ?? defaultSignInLimits)
  const engine = new Engine({
    db,
    applications,
    accessTokens,
    issuer,
    accounts,
    keyRing,
    signIn,
    stateKey,
    rotationKey: deriveKey(secret, 'refresh-token-rotation'),
    log,
  })
  return {
    engine,
    keyRing,
    deviceCodes: new Throttle(pool, 'device-code', deviceCodeLimits),
    deps: {
      accessCredentials: new AccessCredentials(db),
      accessTokens,
      accounts,
      applications,
      browserSessions: new BrowserSessions(engine.provider, issuer, stateKey),
      interactions: new Interactions(engine.provider, applications),
      loginEncryption: new LoginEncryption(keyRing.loginKey()),
      organizations,
      requestTokens: new RequestTokens(issuer, deriveKey(secret, 'request-tokens')),
      roleGroups: new RoleGroups(db),
      signIn,
      users: new Users(db, organizations),
    },
  }
}
