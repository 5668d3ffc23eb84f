import { beforeEach, describe, expect, test } from 'vitest'
import { createLogger, logRequest } from '../../server/log/log.ts'

const CONFIDENTIAL = 'confidential-value'
let text: string
let log: ReturnType<typeof createLogger>

beforeEach(() => {
  text = ''
  log = createLogger({
    level: 'trace',
    destination: {
      write: (line) => {
        text += line
      },
    },
  })
})

function lastLine(): Record<string, unknown> {
  return JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')
}

const names = [
  'authorization',
  'Authorization',
  'cookie',
  'set-cookie',
  'Set-Cookie',
  'password',
  'newPassword',
  'client_secret',
  'clientSecret',
  'access_token',
  'accessToken',
  'refresh_token',
  'id_token',
  'id_token_hint',
  'token',
  '__RequestVerificationToken',
  'code',
  'user_code',
  'device_code',
  'code_verifier',
  'client_assertion',
  'phone',
  'email',
  'username',
  'userName',
  'user_name',
  'login_hint',
  'session_token',
  'state_token',
  'sso_ticket',
  'X-signature',
  'X-state-token',
  'verify_code',
  'pwd',
  'new_password',
  'mobile',
  'sender',
  'attr_identity_number',
]

describe('the log', () => {
  test.each(names)('never holds the value of %s, however deep', (name) => {
    const secret = { [name]: CONFIDENTIAL }
    log.info(secret, 'top')
    log.info({ headers: secret }, 'one deep')
    log.info({ a: { b: [{ c: secret }] } }, 'deep')
    log.info({ map: new Map([[name, CONFIDENTIAL]]), lists: { [name]: [CONFIDENTIAL] } }, 'containers')
    log.info({ err: Object.assign(new Error('failed'), secret) }, 'error')
    expect(text).not.toContain(CONFIDENTIAL)
    expect(text).toContain('[redacted]')
  })

  test.each(['authorization', 'cookie', 'password', 'client_secret', 'token', 'code', 'phone', 'email', 'username'])(
    'never holds the value of %s as a field of a child logger',
    (name) => {
      log.child({ [name]: CONFIDENTIAL }).info('child')
      expect(text).not.toContain(CONFIDENTIAL)
    },
  )

  test.each([
    `Bearer ${CONFIDENTIAL}`,
    `Authorization: Basic ${CONFIDENTIAL}`,
    `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.${CONFIDENTIAL}`,
    `postgres://openaccount:${CONFIDENTIAL}@127.0.0.1:5432/openaccount`,
    `mail to ${CONFIDENTIAL}@example.com failed`,
    `GET /callback?code=${CONFIDENTIAL}&state=1`,
    `GET /connect/endsession?id_token_hint=${CONFIDENTIAL}`,
    `GET /api/v1/cas/validate?service=http://localhost:5173/cas/&ticket=${CONFIDENTIAL}`,
  ])('masks what stands inside a text: %s', (message) => {
    log.info(message)
    log.info({ note: message, list: [message] }, 'field')
    log.error(new Error(message))
    log.error({ err: new Error('outer', { cause: new Error(message) }) })
    log.error({ err: new AggregateError([new Error(message)], message) })
    log.child({ err: new Error(message) }).error('child')
    expect(text).not.toContain(CONFIDENTIAL)
  })

  test('says of a database error what happened, not to whom', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "users_email"'), {
      code: '23505',
      constraint: 'users_email',
      detail: `Key (lower(email))=(${CONFIDENTIAL}) already exists.`,
      where: CONFIDENTIAL,
      parameters: [CONFIDENTIAL],
    })
    log.error({ err: error }, 'insert failed')
    expect(text).not.toContain(CONFIDENTIAL)
    expect(lastLine()).toMatchObject({
      level: 'error',
      msg: 'insert failed',
      err: { type: 'Error', code: '23505', constraint: 'users_email', stack: expect.stringContaining('log.test.ts') },
    })
  })

  test('keeps what is harmless', () => {
    const harmless = { requestId: 'r1', clientId: 'TestClient', status: 200, ms: 1.5, nested: { ok: true, none: null } }
    log.info({ ...harmless, at: new Date(0), bytes: Buffer.from(CONFIDENTIAL) }, 'kept')
    expect(lastLine()).toMatchObject({ ...harmless, at: '1970-01-01T00:00:00.000Z', bytes: '[18 bytes]', msg: 'kept' })
  })

  test('survives circles, great depth and odd values', () => {
    const circle: Record<string, unknown> = { name: 'circle' }
    circle.self = circle
    let deep: Record<string, unknown> = { password: CONFIDENTIAL }
    for (let level = 0; level < 100; level++) deep = { deep }
    const shared = { ok: 1 }
    log.info(
      { circle, deep, first: shared, second: shared, date: new Date(Number.NaN), big: 10, undef: undefined },
      'odd',
    )
    expect(lastLine()).toMatchObject({ circle: { self: '[circular]' }, first: shared, second: shared })
    expect(text).not.toContain(CONFIDENTIAL)
  })

  test('writes a request without its query string, and failures as errors', () => {
    const request = { method: 'GET', url: `/connect/authorize?code=${CONFIDENTIAL}`, ms: 12.3456, requestId: 'r1' }
    logRequest(log, { ...request, status: 200 })
    expect(lastLine()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      method: 'GET',
      path: '/connect/authorize',
      status: 200,
      ms: 12.3,
      requestId: 'r1',
      msg: 'request',
    })
    logRequest(log, { ...request, status: 503 })
    expect(lastLine()).toMatchObject({ level: 'error', msg: 'request failed', status: 503 })
    logRequest(log, { ...request, url: '/readyz', status: 503 })
    expect(lastLine()).toMatchObject({ level: 'info', msg: 'request', status: 503 })
    expect(text).not.toContain(CONFIDENTIAL)
  })
})
