import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configurationPage } from '../../scripts/configuration.ts'
import { ConfigError, loadConfig, settings } from '../../server/config/config.ts'

const DATABASE_URL = 'postgres://someone:confidential@db.example.com:5432/accounts'
const SECRET_KEY = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='

describe('the configuration', () => {
  test('has a default for everything, and is frozen', () => {
    const config = loadConfig({})
    expect(config).toEqual({
      port: 3000,
      workers: 1,
      eventCallbackNetworks: [],
      exportApproval: false,
      host: 'localhost',
      publicUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      databaseDirectUrl: undefined,
      databasePoolSize: 10,
      databasePrepared: true,
      direct: true,
      dataDir: resolve('.data'),
      storageBucket: undefined,
      storageEndpoint: undefined,
      storageRegion: 'us-east-1',
      storageAccessKeyId: undefined,
      storageSecretAccessKey: undefined,
      storagePathStyle: false,
      seed: 'demo',
      secretKey: undefined,
      logLevel: 'info',
      answersCheckedPercent: 5,
      trustProxy: false,
      loginRecordDays: 180,
      auditEventDays: 730,
      usedRefreshTokenDays: 14,
      metricsPort: undefined,
      drainSeconds: 3,
      auditExport: undefined,
      otlpEndpoint: undefined,
      serviceName: 'openaccount',
      tracesSampler: 'parentbased_always_on',
      tracesSamplerArg: 1,
      passwordHistory: 0,
      accountClosureDays: 15,
      weChatAppId: undefined,
      weChatAppSecret: undefined,
      weChatPageUrl: 'https://open.weixin.qq.com',
      weChatApiUrl: 'https://api.weixin.qq.com',
      weChatMobileAppId: undefined,
      weChatMobileAppSecret: undefined,
      alipayAppId: undefined,
      alipayPrivateKey: undefined,
      alipayPublicKey: undefined,
      alipayApiUrl: 'https://openapi.alipay.com',
      weComCorpId: undefined,
      weComAgentId: undefined,
      weComSecret: undefined,
      weComPageUrl: 'https://login.work.weixin.qq.com',
      tryIt: ['self'],
      registration: true,
      termsUrl: undefined,
      privacyUrl: undefined,
      termsVersion: '',
      weComApiUrl: 'https://qyapi.weixin.qq.com',
      smtpUrl: undefined,
      smtpTls: 'required',
      mailFrom: undefined,
      smsProvider: undefined,
      smsUrl: undefined,
      smsAccessKeyId: undefined,
      smsAccessKeySecret: undefined,
      smsSignName: undefined,
      smsTemplates: undefined,
      smsAppId: undefined,
      smsRegion: 'ap-guangzhou',
      verificationCodesPerDay: 10_000,
      tenantId: '08f770f51f80d2f40f38c00cb199fd21',
      smsCountries: new Map([
        ['+86', undefined],
        ['*', 500],
      ]),
    })
    expect(Object.isFrozen(config)).toBe(true)
    expect(loadConfig({ PORT: '', SEED: ' ' })).toEqual(config)
  })

  test('seeds nothing into a database of one’s own unless told to', () => {
    expect(loadConfig({ DATABASE_URL, SECRET_KEY }).seed).toBe('none')
    expect(loadConfig({ DATABASE_URL, SECRET_KEY, SEED: 'demo' }).seed).toBe('demo')
  })

  const accepted: readonly [string, string, keyof ReturnType<typeof loadConfig>, unknown][] = [
    ['PORT', '65535', 'port', 65535],
    ['HOST', '0.0.0.0', 'host', '0.0.0.0'],
    ['HOST', '::1', 'host', '::1'],
    ['PUBLIC_URL', 'https://account.example.com/', 'publicUrl', 'https://account.example.com'],
    ['PUBLIC_URL', 'https://ACCOUNT.example.com:443', 'publicUrl', 'https://account.example.com'],
    ['PUBLIC_URL', 'http://127.0.0.1:8080', 'publicUrl', 'http://127.0.0.1:8080'],
    ['PUBLIC_URL', 'http://[::1]:8080', 'publicUrl', 'http://[::1]:8080'],
    ['PUBLIC_URL', 'http://account.localhost', 'publicUrl', 'http://account.localhost'],
    ['DATA_DIR', 'some/where', 'dataDir', resolve('some/where')],
    ['STORAGE_BUCKET', 'people.of-example', 'storageBucket', 'people.of-example'],
    ['STORAGE_REGION', 'cn-hangzhou', 'storageRegion', 'cn-hangzhou'],
    ['STORAGE_PATH_STYLE', 'on', 'storagePathStyle', true],
    ['LOG_LEVEL', 'silent', 'logLevel', 'silent'],
    ['ANSWERS_CHECKED_PERCENT', '0', 'answersCheckedPercent', 0],
    ['TRUST_PROXY', 'none', 'trustProxy', false],
    ['TRY_IT', 'off', 'tryIt', []],
    ['TRY_IT', 'self, https://mock.example.com/', 'tryIt', ['self', 'https://mock.example.com']],
    ['TRUST_PROXY', '2', 'trustProxy', 2],
    ['TRUST_PROXY', 'loopback, 10.0.0.0/8,::1', 'trustProxy', ['loopback', '10.0.0.0/8', '::1']],
    ['DATABASE_POOL_SIZE', '40', 'databasePoolSize', 40],
    ['DATABASE_PREPARED', 'off', 'databasePrepared', false],
    ['DIRECT', 'off', 'direct', false],
    ['LOGIN_RECORD_DAYS', '30', 'loginRecordDays', 30],
    ['SMS_COUNTRIES', '+86', 'smsCountries', new Map([['+86', undefined]])],
    ['USED_REFRESH_TOKEN_DAYS', '1', 'usedRefreshTokenDays', 1],
    [
      'SECRET_KEY',
      '00112233445566778899aabbccddeeff'.repeat(2),
      'secretKey',
      '00112233445566778899aabbccddeeff'.repeat(2),
    ],
  ]
  test.each(accepted)('accepts %s=%s', (name, value, key, expected) => {
    expect(loadConfig({ [name]: value })[key]).toEqual(expected)
  })

  const refused: readonly [string, string, string][] = [
    ['PORT', '0', 'must be a whole number from 1 to 65535, not "0"'],
    ['PORT', '65536', 'must be a whole number from 1 to 65535, not "65536"'],
    ['PORT', '3000x', 'must be a whole number from 1 to 65535, not "3000x"'],
    ['PORT', '1e3', 'must be a whole number from 1 to 65535, not "1e3"'],
    ['HOST', 'http://localhost', 'must be a host name or an IP address without port or scheme, not "http://localhost"'],
    ['PUBLIC_URL', 'account.example.com', 'must be an origin such as https://account.example.com'],
    ['PUBLIC_URL', 'ftp://account.example.com', 'must be an origin such as https://account.example.com'],
    ['PUBLIC_URL', 'https://account.example.com/sso', 'must be an origin only: no path, query, fragment or user name'],
    ['PUBLIC_URL', 'https://account.example.com?', 'must be an origin only: no path, query, fragment or user name'],
    ['PUBLIC_URL', 'https://me@account.example.com', 'must be an origin only: no path, query, fragment or user name'],
    ['PUBLIC_URL', 'http://account.example.com', 'must use https, because account.example.com is not a loopback name'],
    [
      'PUBLIC_URL',
      'http://localhost.example.com',
      'must use https, because localhost.example.com is not a loopback name',
    ],
    ['DATABASE_URL', 'mysql://u:confidential@h/d', 'must look like postgres://user:password@host:port/database'],
    [
      'DATABASE_URL',
      'postgres://u:confidential@h',
      'must name a database, as in postgres://user:password@host/database',
    ],
    ...[
      'postgres://u:confidential@a,b/d?target_session_attrs=read-write',
      'postgres://u:confidential@a:5432,b:5432/d',
      'postgres://u:confidential@/d?host=a,b',
    ].map((url): [string, string, string] => [
      'DATABASE_URL',
      url,
      'names several hosts; the driver takes one: put HAProxy in front, which knows the primary',
    ]),
    ['DATABASE_POOL_SIZE', '501', 'must be a whole number from 1 to 500, not "501"'],
    ['STORAGE_BUCKET', 'People', 'must be the name of a bucket'],
    [
      'STORAGE_ENDPOINT',
      'http://s3.example.com',
      'must be an address such as https://s3.example.com; http on a loopback name only',
    ],
    [
      'STORAGE_ENDPOINT',
      'https://u:confidential@s3.example.com',
      'must be an address such as https://s3.example.com; http on a loopback name only',
    ],
    ['STORAGE_ENDPOINT', 'https://s3.example.com', 'goes with STORAGE_BUCKET only'],
    ['STORAGE_ACCESS_KEY_ID', 'confidential key', 'must be one word'],
    ['TRY_IT', 'http://mock.example.com', 'must use https, because mock.example.com is not a loopback name'],
    ['SEED', 'Demo', 'must be demo or none, not "Demo"'],
    ['SECRET_KEY', 'confidential', 'must be at least 32 bytes long (make one with: openssl rand -base64 32)'],
    ['SECRET_KEY', 'a'.repeat(32), 'must be random (make one with: openssl rand -base64 32)'],
    ['SECRET_KEY', 'changeme'.repeat(4), 'must be random (make one with: openssl rand -base64 32)'],
    ['SECRET_KEY', '00'.repeat(32), 'must be random (make one with: openssl rand -base64 32)'],
    ['AUDIT_EVENT_DAYS', '0', 'must be a whole number from 1 to 36500, not "0"'],
    ['LOG_LEVEL', 'loud', 'must be fatal, error, warn, info, debug, trace or silent, not "loud"'],
    [
      'TRUST_PROXY',
      'true',
      'must be none, a number of hops, or a list of addresses and networks; "true" is none of these',
    ],
    [
      'TRUST_PROXY',
      '10.0.0.0/33',
      'must be none, a number of hops, or a list of addresses and networks; "10.0.0.0/33" is none of these',
    ],
  ]
  test.each(refused)('refuses %s=%s in one line that names it', (name, value, problem) => {
    expect(() => loadConfig({ [name]: value })).toThrow(new ConfigError(name, problem))
    expect(`${name} ${problem}`).not.toMatch(/\n|confidential/)
  })

  test('needs a key of one’s own for a database of one’s own', () => {
    expect(() => loadConfig({ DATABASE_URL })).toThrow(
      'SECRET_KEY is required when DATABASE_URL is set (make one with: openssl rand -base64 32)',
    )
  })

  test('takes the direct way to a database only beside the way to it', () => {
    const DATABASE_DIRECT_URL = 'postgres://someone:confidential@primary.example.com/accounts'
    expect(loadConfig({ DATABASE_URL, SECRET_KEY, DATABASE_DIRECT_URL }).databaseDirectUrl).toBe(DATABASE_DIRECT_URL)
    expect(() => loadConfig({ DATABASE_DIRECT_URL })).toThrow('DATABASE_DIRECT_URL goes with DATABASE_URL only')
  })

  test('takes a password with a comma for no list of hosts', () => {
    const url = 'postgres://someone:a,b@db.example.com/accounts'
    expect(loadConfig({ DATABASE_URL: url, SECRET_KEY }).databaseUrl).toBe(url)
  })

  test('takes a replica only beside what it replicates', () => {
    const DATABASE_REPLICA_URL = 'postgres://someone:confidential@replica.example.com/accounts'
    const both = { DATABASE_URL, SECRET_KEY, DATABASE_REPLICA_URL }
    expect(loadConfig(both).databaseReplicaUrl).toBe(DATABASE_REPLICA_URL)
    expect(() => loadConfig({ DATABASE_REPLICA_URL })).toThrow('DATABASE_REPLICA_URL goes with DATABASE_URL only')
  })

  const smtp = { SMTP_URL: 'smtps://me:confidential@mail.example.com:465', MAIL_FROM: 'Accounts <account@example.com>' }
  const sms = {
    SMS_PROVIDER: 'tencent',
    SMS_ACCESS_KEY_ID: 'AKIDexample',
    SMS_ACCESS_KEY_SECRET: 'confidential',
    SMS_SIGN_NAME: '示例签名',
    SMS_TEMPLATES: 'code=1000, code.en=1001,notice=1002',
    SMS_APP_ID: '1400000000',
  }

  test('takes a mail server and an SMS provider whole', () => {
    expect(loadConfig({ ...smtp, ...sms })).toMatchObject({
      smtpUrl: smtp.SMTP_URL,
      mailFrom: smtp.MAIL_FROM,
      smsProvider: 'tencent',
      smsTemplates: new Map([
        ['code', '1000'],
        ['code.en', '1001'],
        ['notice', '1002'],
      ]),
    })
  })

  test.each([
    [{ ...smtp, MAIL_FROM: '' }, 'MAIL_FROM is required when SMTP_URL is set'],
    [{ MAIL_FROM: smtp.MAIL_FROM }, 'MAIL_FROM goes with SMTP_URL only'],
    [
      { ...smtp, SMTP_URL: 'https://confidential@mail.example.com' },
      'SMTP_URL must look like smtps://user:password@host:465 or smtp://user:password@host:587',
    ],
    [
      { ...smtp, MAIL_FROM: 'a@example.com, b@example.com' },
      'MAIL_FROM must look like account@example.com or Accounts <account@example.com>',
    ],
    [{ ...smtp, SMTP_TLS: 'maybe' }, 'SMTP_TLS must be required or off, not "maybe"'],
    [{ ...sms, SMS_ACCESS_KEY_SECRET: '' }, 'SMS_ACCESS_KEY_SECRET is required when SMS_PROVIDER is set'],
    [{ ...sms, SMS_APP_ID: '' }, 'SMS_APP_ID is required when SMS_PROVIDER is set'],
    [{ SMS_SIGN_NAME: 'x' }, 'SMS_SIGN_NAME goes with SMS_PROVIDER only'],
    [{ ...sms, SMS_TEMPLATES: 'notice=1' }, 'SMS_TEMPLATES must have a template named code'],
    [{ ...sms, SMS_TEMPLATES: 'code' }, 'SMS_TEMPLATES must be a list like code=SMS_1,notice=SMS_2'],
    [
      { ...sms, SMS_URL: 'http://sms.example.com' },
      'SMS_URL must use https, because sms.example.com is not a loopback name',
    ],
  ])('refuses half a way to send messages, and a wrong one: %o', (env, problem) => {
    expect(() => loadConfig(env)).toThrow(problem)
    expect(problem).not.toMatch(/\n|confidential/)
  })

  test('takes the key of a bucket only with its secret', () => {
    const bucket = { STORAGE_BUCKET: 'files' }
    expect(() => loadConfig({ ...bucket, STORAGE_ACCESS_KEY_ID: 'id' })).toThrow(
      'STORAGE_SECRET_ACCESS_KEY is required with STORAGE_ACCESS_KEY_ID',
    )
    expect(() => loadConfig({ ...bucket, STORAGE_SECRET_ACCESS_KEY: 'confidential' })).toThrow(
      'STORAGE_ACCESS_KEY_ID is required with STORAGE_SECRET_ACCESS_KEY',
    )
  })

  test('is documented as it is', async () => {
    expect(await readFile(new URL('../../docs/configuration.md', import.meta.url), 'utf8')).toBe(configurationPage())
    expect(Object.values(settings).map(({ name }) => name)).toHaveLength(new Set(Object.keys(loadConfig({}))).size)
  })
})
