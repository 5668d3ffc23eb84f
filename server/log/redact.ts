/** What stands in place of a value that must not be written. */
export const REDACTED = '[redacted]'

/** Names of fields whose values are never written, as they are spelt in our own records and in HTTP and OAuth. */
export const SECRET_KEYS = [
  'authorization',
  'cookie',
  'cookies',
  '["set-cookie"]',
  'password',
  'client_secret',
  'token',
  'tokens',
  'code',
  'access_token',
  'refresh_token',
  'id_token',
  'id_token_hint',
  'phone',
  'email',
  'username',
  'userName',
  'user_name',
] as const

/** The same names and their relatives, without case and punctuation. */
const SECRET = new Set([
  ...SECRET_KEYS.map(plain),
  'proxyauthorization',
  'devicecode',
  'usercode',
  'codeverifier',
  'clientassertion',
  'assertion',
  'subjecttoken',
  'loginhint',
  'secretkey',
  'privatekey',
  'displayname',
  'firstname',
  'lastname',
  'dateofbirth',
  'databaseurl',
  'body',
  'rawbody',
  // Words of the OneAccess API.
  'xsignature',
  'verifycode',
  'pwd',
  'mobile',
  'sender',
  'attridentitynumber',
  'attrbirthday',
])
const SECRET_ENDING = /(?:password|secret|token|ticket|passcode)s?$/
const ADDRESSES = new Set(['url', 'originalurl', 'href', 'location', 'referer', 'referrer', 'returnurl', 'redirecturi'])
const DEEPEST = 8

/** A copy of the fields of a log line without secrets and personal data, at any depth. */
export function censor(fields: object): Record<string, unknown> {
  return censorFields(fields, 0, new Set())
}

function censorFields(fields: object, depth: number, seen: Set<object>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, censorField(plain(key), value, depth, seen)]),
  )
}

function censorField(key: string, value: unknown, depth: number, seen: Set<object>): unknown {
  if (value === undefined || value === null) return value
  if (SECRET.has(key) || SECRET_ENDING.test(key)) return REDACTED
  if (typeof value === 'string') return maskText(ADDRESSES.has(key) ? withoutQuery(value) : value)
  if (typeof value !== 'object') return value
  // The same object may stand in two places; only an object inside itself is a circle.
  if (seen.has(value)) return '[circular]'
  if (depth >= DEEPEST) return '[deep]'
  seen.add(value)
  const copy = censorObject(value, depth + 1, seen)
  seen.delete(value)
  return copy
}

function censorObject(value: object, depth: number, seen: Set<object>): unknown {
  if (value instanceof Error) return describeError(value, depth, seen)
  if (value instanceof Date || value instanceof URL)
    return maskText(value instanceof Date ? isoTime(value) : value.href)
  if (Buffer.isBuffer(value)) return `[${value.length} bytes]`
  if (Array.isArray(value)) return value.map((item) => censorField('', item, depth, seen))
  if (value instanceof Map) return censorFields(Object.fromEntries(value), depth, seen)
  if (value instanceof Set) return [...value].map((item) => censorField('', item, depth, seen))
  return censorFields(value, depth, seen)
}

/** Only named fields: `detail`, `where` and `parameters` of a database error repeat the row's values. */
function describeError(error: Error, depth: number, seen: Set<object>): Record<string, unknown> {
  const { code: anyCode, constraint, table, status } = error as Error & Record<string, unknown>
  // An error's code is a word such as ECONNRESET, 23505 or invalid_grant; anything else may be an authorization code.
  const code = typeof anyCode === 'string' && /^(?:[A-Z0-9_]{1,40}|[a-z_]{1,40})$/.test(anyCode) ? anyCode : undefined
  const described: Record<string, unknown> = {
    type: error.name,
    message: maskText(error.message),
    stack: maskText(error.stack ?? ''),
  }
  for (const [key, value] of Object.entries({ code, constraint, table, status })) {
    if (typeof value === 'string' || typeof value === 'number') described[key] = value
  }
  if (error.cause !== undefined) described.cause = censorField('cause', error.cause, depth, seen)
  if (error instanceof AggregateError) described.errors = censorField('errors', error.errors, depth, seen)
  return described
}

/** What every credential and address that is masked has in it; most texts have none of it. */
const maybeMasked = /[@?&]|:\/\/|eyJ|\b(?:bearer|basic|dpop)\s/i

/** A text without the credentials and addresses that stand in it: bearer tokens, JWTs, passwords in URLs, e-mail. */
export function maskText(text: string): string {
  if (!maybeMasked.test(text)) return text
  return text
    .replace(/\b(Bearer|Basic|DPoP)\s+[A-Za-z0-9._~+/=-]+/gi, `$1 ${REDACTED}`)
    .replace(/\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/g, REDACTED)
    .replace(/(:\/\/[^\s/:@]*):[^\s/@]+@/g, `$1:${REDACTED}@`)
    .replace(/(?<!:\/\/)(?<![:\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, REDACTED)
    .replace(
      /([?&](?:code|token|ticket|id_token_hint|access_token|refresh_token|client_secret|password)=)[^&\s"']+/gi,
      `$1${REDACTED}`,
    )
}

function withoutQuery(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? ''
}

function isoTime(date: Date): string {
  return Number.isNaN(date.getTime()) ? '[invalid date]' : date.toISOString()
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '')
}
