import { ConfigError, given, type Setting, setting, valueOrDefault } from './setting.ts'
import { parseInteger, parseOneOf, parseOrigin, parseWord } from './values.ts'

const providers = ['aliyun', 'tencent'] as const

/** How messages reach people. */
export interface MessageConfig {
  /** Absent: no mail is sent. */
  readonly smtpUrl: string | undefined
  readonly smtpTls: 'required' | 'off'
  readonly mailFrom: string | undefined
  /** Absent: no SMS is sent. */
  readonly smsProvider: (typeof providers)[number] | undefined
  /** Absent: the provider's own. */
  readonly smsUrl: string | undefined
  readonly smsAccessKeyId: string | undefined
  readonly smsAccessKeySecret: string | undefined
  readonly smsSignName: string | undefined
  readonly smsTemplates: ReadonlyMap<string, string> | undefined
  readonly smsAppId: string | undefined
  readonly smsRegion: string
  readonly verificationCodesPerDay: number
  /** Dialling codes, `*` for all others, with how many codes a day; without a number as many as in all. */
  readonly smsCountries: ReadonlyMap<string, number | undefined>
}

/** The variables of this part, in the order of the documentation. */
export const messageSettings = {
  smtpUrl: setting(
    'SMTP_URL',
    'none: no mail is sent',
    'The mail server: `smtps://user:password@host:465` (TLS from the start) or `smtp://user:password@host:587` (STARTTLS). User and password percent-encoded.',
    parseSmtpUrl,
  ),
  smtpTls: setting(
    'SMTP_TLS',
    'required',
    'Whether a mail server of `smtp://` has to offer STARTTLS: `required`, or `off` for a relay on this machine or in a network of its own.',
    parseOneOf(['required', 'off'] as const),
  ),
  mailFrom: setting(
    'MAIL_FROM',
    'none; required with SMTP_URL',
    'The sender of mails: `account@example.com` or `Accounts <account@example.com>`.',
    parseMailFrom,
  ),
  smsProvider: setting(
    'SMS_PROVIDER',
    'none: no SMS is sent',
    'Who sends text messages: `aliyun` (Dysmsapi 2017-05-25) or `tencent` (SMS 2021-01-11).',
    parseOneOf(providers),
  ),
  smsUrl: setting('SMS_URL', 'the address of the provider', 'Origin of another endpoint of the provider.', parseOrigin),
  smsAccessKeyId: setting(
    'SMS_ACCESS_KEY_ID',
    'none; required with SMS_PROVIDER',
    'The AccessKey id (Aliyun) or SecretId (Tencent).',
    parseWord,
  ),
  smsAccessKeySecret: setting(
    'SMS_ACCESS_KEY_SECRET',
    'none; required with SMS_PROVIDER',
    'The AccessKey secret (Aliyun) or SecretKey (Tencent).',
    parseWord,
  ),
  smsSignName: setting(
    'SMS_SIGN_NAME',
    'none; required with SMS_PROVIDER',
    'The signature that the provider has approved.',
    (text) => text,
  ),
  smsTemplates: setting(
    'SMS_TEMPLATES',
    'none; required with SMS_PROVIDER',
    'Approved templates as `name=id`, separated by commas. `code` is for codes: Aliyun fills in its variable `code`, Tencent `{1}` (the code) and `{2}` (minutes). `notice` is for what owners are told, without variables; without it they are told by mail alone. A purpose (`sign_in`, `reset_password`, `register`, `verify_identity`, `change_phone`, `bind_phone`, `second_factor`, `password_changed`, `phone_changed`, `email_changed`, `login_added`, `login_removed`, `new_sign_in`, `account_exists`) may have one of its own, and each name one by language: `code.en=…`.',
    parseTemplates,
  ),
  smsAppId: setting(
    'SMS_APP_ID',
    'none; required with SMS_PROVIDER=tencent',
    'The SdkAppId of the application at Tencent.',
    parseWord,
  ),
  smsRegion: setting('SMS_REGION', 'ap-guangzhou', 'The region of the service at Tencent.', parseWord),
  verificationCodesPerDay: setting(
    'VERIFICATION_CODES_PER_DAY',
    '10000',
    'How many verification codes are sent a day in all; what an attack costs at most.',
    parseInteger(1, 100_000_000),
  ),
  smsCountries: setting(
    'SMS_COUNTRIES',
    '+86,*=500',
    'Countries that verification codes are sent to by text message: dialling codes, separated by commas, each with how many codes a day at most (`+852=200`; without a number, as many as in all). `*` is each country that is not listed; without it no other gets any.',
    parseCountries,
  ),
} as const

/** Reads this part and holds its variables against each other. @throws ConfigError */
export function readMessageConfig(env: NodeJS.ProcessEnv): MessageConfig {
  const read = messageSettings
  const smsProvider = given(env, read.smsProvider)
  const needed = <T>(setting: Setting<T>, by: Setting<unknown>, isNeeded: boolean): T | undefined => {
    const value = given(env, setting)
    if (isNeeded && value === undefined) throw new ConfigError(setting.name, `is required when ${by.name} is set`)
    if (!isNeeded && value !== undefined) throw new ConfigError(setting.name, `goes with ${by.name} only`)
    return value
  }
  const ofSms = <T>(setting: Setting<T>) => needed(setting, read.smsProvider, smsProvider !== undefined)
  const smtpUrl = given(env, read.smtpUrl)
  return {
    smtpUrl,
    smtpTls: valueOrDefault(env, read.smtpTls),
    mailFrom: needed(read.mailFrom, read.smtpUrl, smtpUrl !== undefined),
    smsProvider,
    smsUrl: given(env, read.smsUrl),
    smsAccessKeyId: ofSms(read.smsAccessKeyId),
    smsAccessKeySecret: ofSms(read.smsAccessKeySecret),
    smsSignName: ofSms(read.smsSignName),
    smsTemplates: ofSms(read.smsTemplates),
    smsAppId: smsProvider === 'tencent' ? ofSms(read.smsAppId) : given(env, read.smsAppId),
    smsRegion: valueOrDefault(env, read.smsRegion),
    verificationCodesPerDay: valueOrDefault(env, read.verificationCodesPerDay),
    smsCountries: valueOrDefault(env, read.smsCountries),
  }
}

// Each function below gives the value of one text or throws an Error whose message completes "<VARIABLE> …". What may be a secret
// is never repeated.

function parseSmtpUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname || !/^\/?$/.test(url.pathname) || url.search) {
    throw new Error('must look like smtps://user:password@host:465 or smtp://user:password@host:587')
  }
  return text
}

function parseMailFrom(text: string): string {
  if (/^(?:[^<>"@,;\p{Cc}]+<[^<>\s"@,;]+@[^<>\s"@,;]+>|[^<>\s"@,;]+@[^<>\s"@,;]+)$/u.test(text)) return text
  throw new Error('must look like account@example.com or Accounts <account@example.com>')
}

function parseTemplates(text: string): ReadonlyMap<string, string> {
  const templates = new Map<string, string>()
  for (const entry of text.split(',')) {
    const [, name, id] = /^\s*([a-z_]+(?:\.(?:zh|en))?)\s*=\s*([\w-]+)\s*$/.exec(entry) ?? []
    if (name === undefined || id === undefined) throw new Error('must be a list like code=SMS_1,notice=SMS_2')
    templates.set(name, id)
  }
  if (!templates.has('code')) throw new Error('must have a template named code')
  return templates
}

function parseCountries(text: string): ReadonlyMap<string, number | undefined> {
  const countries = new Map<string, number | undefined>()
  for (const entry of text.split(',')) {
    const [, code, perDay] = /^\s*(\+[1-9]\d{0,3}|\*)\s*(?:=\s*(\d{1,9}))?\s*$/.exec(entry) ?? []
    if (code === undefined || Number(perDay ?? 1) < 1) throw new Error('must be a list like +86,+852=200,*=50')
    countries.set(code, perDay === undefined ? undefined : Number(perDay))
  }
  return countries
}
