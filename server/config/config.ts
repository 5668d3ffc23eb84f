import { resolve } from 'node:path'
import { decodeSecretKey, looksRandom } from '../crypto/secret-key.ts'
import { type AuditConfig, auditSettings, readAuditConfig } from './audit.ts'
import { type DatabaseConfig, databaseSettings, readDatabaseConfig } from './database.ts'
import { type MessageConfig, messageSettings, readMessageConfig } from './messages.ts'
import { type ProviderConfig, providerSettings, readProviderConfig } from './providers.ts'
import { ConfigError, given, setting, valueOrDefault } from './setting.ts'
import { readStorageConfig, type StorageConfig, storageSettings } from './storage.ts'
import { readTracingConfig, type TracingConfig, tracingSettings } from './tracing.ts'
import {
  parseCalls,
  parseHost,
  parseInteger,
  parseLogLevel,
  parseNetworks,
  parseOneOf,
  parseOrigin,
  parseSwitch,
  parseTenantId,
  parseTrustProxy,
  parseVersion,
  parseWebAddress,
  type TrustProxy,
} from './values.ts'

export { ConfigError, type Setting } from './setting.ts'

/** Everything a start can be told. Made by `loadConfig` only. */
export interface Config
  extends AuditConfig,
    DatabaseConfig,
    MessageConfig,
    ProviderConfig,
    StorageConfig,
    TracingConfig {
  readonly port: number
  readonly host: string
  /** Origin without a slash at the end: the issuer, and the base of every link. */
  readonly publicUrl: string
  /** How many processes answer requests on this machine. */
  readonly workers: number
  /** Whether `server/direct` answers before the engine. */
  readonly direct: boolean
  /** Absolute path. */
  readonly dataDir: string
  readonly seed: Seed
  /** Absent: kept in `dataDir`. */
  readonly secretKey: string | undefined
  readonly logLevel: string
  readonly answersCheckedPercent: number
  /** Value for Express' `trust proxy`. */
  readonly trustProxy: TrustProxy
  readonly loginRecordDays: number
  readonly auditEventDays: number
  readonly usedRefreshTokenDays: number
  /** How many of a person's passwords may not be set again, the present one among them; 0 is none. */
  readonly passwordHistory: number
  /** For how many days whoever signs in again keeps an account that was closed. */
  readonly accountClosureDays: number
  /** Whether a super administrator has to approve exports of user data. */
  readonly exportApproval: boolean
  /** Absent: as `seed` says. */
  /** Which addresses the pages of the docs may call; `self` is this server. */
  readonly tryIt: readonly string[]
  readonly registration: boolean
  /** Absent: people who register accept no such text. */
  readonly termsUrl: string | undefined
  readonly privacyUrl: string | undefined
  /** Where events may be sent beside public addresses. */
  readonly eventCallbackNetworks: readonly string[]
  /** Of both texts; empty for none. */
  readonly termsVersion: string
  /** Absent: `/metrics` is served beside the rest. */
  readonly metricsPort: number | undefined
  /** What callers of many tenants name this installation by; absent: by nothing. */
  readonly tenantId: string | undefined
  /** How long a stop goes on serving while it says that it is not ready. */
  readonly drainSeconds: number
}

const SEEDS = ['demo', 'none'] as const
export type Seed = (typeof SEEDS)[number]
/** As the vendor's samples have it (section 1.2). */
const demoTenant = '08f770f51f80d2f40f38c00cb199fd21'

/** Every variable that OpenAccount reads, in the order of the documentation. `docs/configuration.md` is made from it. */
export const settings = {
  port: setting('PORT', '3000', 'TCP port to listen on.', parseInteger(1, 65535)),
  // Loopback unless told otherwise: a first start has demo accounts with published passwords, which must not be
  // reachable from the network by accident.
  host: setting(
    'HOST',
    'localhost',
    'Address to listen on. The default is reachable from this machine only, because the demo accounts have published passwords; use `0.0.0.0` or `::` in a container or behind a proxy.',
    parseHost,
  ),
  publicUrl: setting(
    'PUBLIC_URL',
    'http://localhost:{PORT}',
    'Origin under which people and clients reach this server; it is the OpenID issuer and the base of every link. `https`, or `http` on a loopback name; no path.',
    parseOrigin,
  ),
  ...databaseSettings,
  workers: setting(
    'WORKERS',
    '1',
    'How many processes answer requests on PORT, each with a pool of its own: as many as the machine has cores for. With more than one, `/metrics` is on METRICS_PORT alone, with the figures of all together.',
    parseInteger(1, 64),
  ),
  direct: setting(
    'DIRECT',
    'on',
    'Whether the ordinary calls of the OpenID endpoints are answered by a shorter way. `off` sends all of them through the OpenID engine: slower, with the same answers.',
    parseSwitch,
  ),
  dataDir: setting(
    'DATA_DIR',
    '.data',
    'Directory for the embedded database, the kept secret key and files. Relative paths start at the working directory.',
    (text) => resolve(text),
  ),
  ...storageSettings,
  seed: setting(
    'SEED',
    '`demo` with the embedded database, else `none`',
    '`demo` puts the published demo accounts and clients in and keeps messages in the outbox instead of sending them; `none` does neither.',
    parseOneOf(SEEDS),
  ),
  secretKey: setting(
    'SECRET_KEY',
    'made and kept in DATA_DIR with the embedded database; required with DATABASE_URL',
    'At least 32 random bytes as hex, base64 or plain text, the same on every node; keys at rest are encrypted under it. Make one with `openssl rand -base64 32`.',
    (text) => {
      const bytes = decodeSecretKey(text)
      if (!bytes) throw new Error('must be at least 32 bytes long (make one with: openssl rand -base64 32)')
      if (!looksRandom(bytes)) throw new Error('must be random (make one with: openssl rand -base64 32)')
      return text
    },
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'info',
    '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.',
    parseLogLevel,
  ),
  answersCheckedPercent: setting(
    'ANSWERS_CHECKED_PERCENT',
    '5',
    'How many of a hundred JSON answers are held against the contract, chosen at random; one that breaks it is logged and sent. With `SEED=demo` it is all of them, and one that breaks it becomes a 500.',
    parseInteger(0, 100),
  ),
  trustProxy: setting(
    'TRUST_PROXY',
    'none',
    'Which proxies may name the client in `X-Forwarded-For`: `none`, a number of hops, or a list of addresses and networks (`loopback`, `10.0.0.0/8`).',
    parseTrustProxy,
  ),
  loginRecordDays: setting(
    'LOGIN_RECORD_DAYS',
    '180',
    'How long attempts to sign in are kept. An address that somebody has signed in from counts as known for as long.',
    parseInteger(1, 36_500),
  ),
  auditEventDays: setting('AUDIT_EVENT_DAYS', '730', 'How long audit events are kept.', parseInteger(1, 36_500)),
  usedRefreshTokenDays: setting(
    'USED_REFRESH_TOKEN_DAYS',
    '14',
    'How long a used refresh token is remembered. While it is, its second use is taken for theft and ends all that came of it; afterwards it is refused as unknown.',
    parseInteger(1, 30),
  ),
  passwordHistory: setting(
    'PASSWORD_HISTORY',
    '0',
    "How many of a person's passwords may not be set again, the present one among them. Even with `0` nobody who changes their own password keeps the present one.",
    parseInteger(0, 24),
  ),
  accountClosureDays: setting(
    'ACCOUNT_CLOSURE_DAYS',
    '15',
    'For how many days whoever closes an account may have it back by signing in; then personal data is erased.',
    parseInteger(0, 365),
  ),
  exportApproval: setting(
    'EXPORT_APPROVAL',
    'off',
    'Whether a super administrator other than the applicant has to approve an export of user data before its file is made: `npm run exports -- approve`.',
    parseSwitch,
  ),
  tryIt: setting(
    'TRY_IT',
    '`self` with `SEED=demo`, else `off`',
    'Which addresses the pages of the docs may call: `off`, or a list of origins, `self` for this server: `self, http://localhost:4010` lets them call the mock too. Credentials that somebody types there stay in the tab; cookies are not sent.',
    parseCalls,
  ),
  registration: setting(
    'REGISTRATION',
    '`on` with `SEED=demo`, else `off`',
    'Whether people may make accounts of their own at `/Account/Register`, with a phone number or mail address that they prove.',
    parseSwitch,
  ),
  termsUrl: setting(
    'TERMS_URL',
    'none',
    'Address of the terms that who registers accepts; with the time and TERMS_VERSION it is kept. Nothing is asked for without it.',
    parseWebAddress,
  ),
  privacyUrl: setting('PRIVACY_URL', 'none', 'The same for the privacy text.', parseWebAddress),
  termsVersion: setting(
    'TERMS_VERSION',
    'none',
    'Version of these texts, as it is kept with who accepted them.',
    parseVersion,
  ),
  eventCallbackNetworks: setting(
    'EVENT_CALLBACK_NETWORKS',
    'none: public addresses alone, with https',
    'Networks that events of users and organizations, and what tells of the end of a session, may be sent into beside public addresses, and into which http will do: a list such as `10.0.0.0/8, 127.0.0.1/32`.',
    parseNetworks,
  ),
  tenantId: setting(
    'TENANT_ID',
    '`08f770f51f80d2f40f38c00cb199fd21` with `SEED=demo`, else none',
    'What this installation is called in `X-tenant-id`, which apps that serve many tenants send: 32 hexadecimal digits. Whoever names another tenant is told that there is no such application.',
    parseTenantId,
  ),
  metricsPort: setting(
    'METRICS_PORT',
    'none: `/metrics` is served on PORT',
    'TCP port for `/metrics` alone, on the address of HOST; it is then not served on PORT.',
    parseInteger(1, 65535),
  ),
  drainSeconds: setting(
    'DRAIN_SECONDS',
    '3',
    'How long the server goes on serving after SIGTERM while `/readyz` says 503, so that a load balancer can take it out. SIGINT (Ctrl-C) does not wait.',
    parseInteger(0, 300),
  ),
  ...auditSettings,
  ...tracingSettings,
  ...messageSettings,
  ...providerSettings,
} as const

/**
 * Reads, checks and freezes the configuration; the only reader of the environment. A variable that is set to
 * the empty string counts as not set. Throws ConfigError for the first value that cannot be used.
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const port = valueOrDefault(env, settings.port)
  const database = readDatabaseConfig(env)
  const { databaseUrl } = database
  const secretKey = given(env, settings.secretKey)
  if (databaseUrl && !secretKey) {
    throw new ConfigError('SECRET_KEY', 'is required when DATABASE_URL is set (make one with: openssl rand -base64 32)')
  }
  const seed = given(env, settings.seed) ?? (databaseUrl ? 'none' : 'demo')
  return Object.freeze<Config>({
    port,
    host: valueOrDefault(env, settings.host),
    publicUrl: given(env, settings.publicUrl) ?? `http://localhost:${port}`,
    ...database,
    workers: valueOrDefault(env, settings.workers),
    direct: valueOrDefault(env, settings.direct),
    dataDir: valueOrDefault(env, settings.dataDir),
    ...readStorageConfig(env),
    seed,
    secretKey,
    logLevel: valueOrDefault(env, settings.logLevel),
    answersCheckedPercent: valueOrDefault(env, settings.answersCheckedPercent),
    trustProxy: valueOrDefault(env, settings.trustProxy),
    loginRecordDays: valueOrDefault(env, settings.loginRecordDays),
    auditEventDays: valueOrDefault(env, settings.auditEventDays),
    usedRefreshTokenDays: valueOrDefault(env, settings.usedRefreshTokenDays),
    passwordHistory: valueOrDefault(env, settings.passwordHistory),
    accountClosureDays: valueOrDefault(env, settings.accountClosureDays),
    exportApproval: valueOrDefault(env, settings.exportApproval),
    tryIt: given(env, settings.tryIt) ?? (seed === 'demo' ? ['self'] : []),
    registration: given(env, settings.registration) ?? seed === 'demo',
    termsUrl: given(env, settings.termsUrl),
    privacyUrl: given(env, settings.privacyUrl),
    termsVersion: given(env, settings.termsVersion) ?? '',
    eventCallbackNetworks: given(env, settings.eventCallbackNetworks) ?? [],
    tenantId: given(env, settings.tenantId) ?? (seed === 'demo' ? demoTenant : undefined),
    metricsPort: given(env, settings.metricsPort),
    drainSeconds: valueOrDefault(env, settings.drainSeconds),
    ...readAuditConfig(env),
    ...readTracingConfig(env),
    ...readMessageConfig(env),
    ...readProviderConfig(env),
  })
}
