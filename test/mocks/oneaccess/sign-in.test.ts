import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { OperationId } from '../../../generated/operations.ts'
import { documentedAnswers } from '../contract.ts'
import { type RunningMock, startMock } from '../start.ts'
import { device, deviceFields, management, send, signed, signIn } from './support.ts'

let mock: RunningMock

beforeAll(async () => {
  mock = await startMock()
})
afterAll(() => mock.stop())

/** Uses a session token as an app does. */
async function profileOf(sessionToken: unknown): Promise<number> {
  const headers = await signed(mock.origin, { sessionToken: String(sessionToken) })
  return (await send(mock.origin, 'getProfile', { headers })).status
}

async function verified(idToken: unknown) {
  const keys = createRemoteJWKSet(new URL(`${mock.origin}/api/v1/oauth2/jwks`))
  const issuer = `${mock.origin}/api/v1/oauth2`
  return (await jwtVerify(String(idToken), keys, { issuer, algorithms: ['RS256'] })).payload
}

test('M1 takes the form, or HTTP Basic with the grant in the query', async () => {
  const ask = (query: string, init: RequestInit) =>
    fetch(`${mock.origin}/api/v2/tenant/token${query}`, { method: 'POST', ...init })
  const basic = { authorization: `Basic ${Buffer.from('app:secret').toString('base64')}` }
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'app', client_secret: 's' })
  for (const response of [
    await ask('', { body: form }),
    await ask('?grant_type=client_credentials', { headers: basic }),
    await ask('', { headers: basic, body: new URLSearchParams({ grant_type: 'client_credentials' }) }),
  ]) {
    const { access_token, ...rest } = (await response.json()) as Record<string, unknown>
    expect(rest).toEqual({ token_type: 'Bearer', expires_in: 1800, scope: 'all' })
    const headers = { authorization: `Bearer ${access_token}` }
    expect((await send(mock.origin, 'listOrganizations', { headers })).status).toBe(200)
  }
})

test.each([
  ['', {}, 400, 'invalid_request'],
  ['?grant_type=password', {}, 400, 'unsupported_grant_type'],
  ['?grant_type=client_credentials', {}, 401, 'invalid_client'],
  ['?grant_type=client_credentials', { authorization: 'Basic x' }, 401, 'invalid_client'],
])('M1 with %s and %o is %i %s', async (query, headers, status, error) => {
  const path = `/api/v2/tenant/token${query}`
  const response = await fetch(mock.origin + path, { method: 'POST', headers: { ...headers } })
  expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ error })])
  if (status === 401) expect(response.headers.get('www-authenticate')).toBe(`Basic realm="${mock.origin}"`)
})

test.each([
  ['another grant', { grant_type: 'password', client_id: 'app', client_secret: 's' }, {}, 'unsupported_grant_type'],
  [
    'two secrets',
    { grant_type: 'client_credentials', client_secret: 's' },
    { authorization: `Basic ${Buffer.from('app:s').toString('base64')}` },
    'invalid_request',
  ],
])('M1 refuses %s', async (_what, fields, headers, error) => {
  const body = new URLSearchParams(fields as Record<string, string>)
  const answer = await fetch(`${mock.origin}/api/v2/tenant/token`, { method: 'POST', headers: { ...headers }, body })
  expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ error })])
})

test.each([
  ['half a character', '"\\ud800"'],
  ['an integer that would be rounded', '9007199254740993'],
  ['a number beyond every number', '1e400'],
])('%s is refused in a body, as on the server', async (_what, json) => {
  const headers = { ...(await management(mock.origin)), 'content-type': 'application/json' }
  const text = JSON.stringify({ user_name: 'whole', mobile: '13500000009', extension: { n: 0 } })
  const body = text.replace('"n":0', `"n":${json}`)
  const answer = await fetch(`${mock.origin}/api/v2/tenant/users`, { method: 'POST', headers, body })
  expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ error_code: 'COMMON.0400' })])
})

test('a management token ends', async () => {
  const headers = await management(mock.origin)
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    vi.advanceTimersByTime(1_790_000)
    expect((await send(mock.origin, 'listOrganizations', { headers })).status).toBe(200)
    vi.advanceTimersByTime(11_000)
    expect((await send(mock.origin, 'listOrganizations', { headers })).status).toBe(401)
  } finally {
    vi.useRealTimers()
  }
})

test('the server tells its own time', async () => {
  const before = Date.now()
  const { timestamp } = (await send(mock.origin, 'getServerDate')).body
  expect(Number(timestamp)).toBeGreaterThanOrEqual(before)
  expect(Number(timestamp)).toBeLessThanOrEqual(Date.now())
})

const logins: OperationId[] = ['loginWithPassword', 'loginWithSmsCode', 'loginWithWechat', 'loginWithAlipay']

test.each([...logins, 'registerByMobile'] as OperationId[])('%s gives a session token that works', async (id) => {
  const { body } = await send(mock.origin, id)
  expect(body.status).toBe('SUCCESS')
  expect(await profileOf(body.session_token)).toBe(200)
})

const states = documentedAnswers()
  .filter(({ operationId, value }) => logins.includes(operationId as OperationId) && 'state_token' in Object(value))
  .map(({ operationId, example, value }): [OperationId, string, string] => {
    const { status } = value as { status: string }
    return [operationId as OperationId, String(example), status]
  })

test('every state is there', () => {
  expect(new Set(states.map(([, , status]) => status))).toEqual(
    new Set(['PASSWORD_WARN', 'PASSWORD_EXPIRED', 'MFA_AUTH', 'SOCIAL_BIND', 'USER_REGISTER']),
  )
})

const nextSteps: Record<string, OperationId[]> = {
  PASSWORD_WARN: ['skipPasswordChange', 'changeExpiredPassword'],
  PASSWORD_EXPIRED: ['changeExpiredPassword'],
  MFA_AUTH: ['verifySmsSecondFactor'],
  SOCIAL_BIND: ['bindSocialAccount'],
  USER_REGISTER: ['registerSocialAccount'],
}

test.each(states)('%s answered %s leads on to a session', async (id, example, status) => {
  const { body } = await send(mock.origin, id, { headers: { prefer: `example=${example}` } })
  expect(body.status).toBe(status)
  const headers = { 'x-state-token': String(body.state_token) }
  for (const next of nextSteps[status] ?? []) {
    const done = await send(mock.origin, next, { headers })
    expect(await profileOf(done.body.session_token)).toBe(200)
  }
})

test('the number of the second factor is known by its state token', async () => {
  const login = await send(mock.origin, 'loginWithPassword', { headers: { prefer: 'example=mfaAuth' } })
  const headers = { 'x-state-token': String(login.body.state_token) }
  expect((await send(mock.origin, 'getMobileByStateToken', { headers })).body).toEqual({ mobile: '12345678901' })
})

test('a session becomes a ticket, and the ticket once a user', async () => {
  const headers = await management(mock.origin)
  const session = { session_token: await signIn(mock.origin), ...deviceFields }
  const { body } = await send(mock.origin, 'issueSsoTicket', { headers, json: session })
  const json = { sso_ticket: body.sso_ticket, ...deviceFields }
  const user = await send(mock.origin, 'verifySsoTicket', { headers, json })
  expect(user.body).toMatchObject({ code: '200', data: { user: { userName: 'zhangsan' } } })
  const again = await send(mock.origin, 'verifySsoTicket', { headers, json })
  expect([again.status, again.body.error_code]).toEqual([400, 'PARAM.0032'])
})

test.each(['issueSsoTicket', 'refreshSessionToken'] as const)('%s knows foreign session tokens', async (id) => {
  const json = { session_token: 'btsother', ...deviceFields }
  const answer = await send(mock.origin, id, { headers: await management(mock.origin), json })
  expect([answer.status, answer.body.error_code]).toEqual([400, 'PARAM.0033'])
})

test('a refreshed session has new tokens', async () => {
  const session_token = await signIn(mock.origin)
  const headers = await management(mock.origin)
  const { body } = await send(mock.origin, 'refreshSessionToken', { headers, json: { session_token, ...deviceFields } })
  expect(body.session_token).not.toBe(session_token)
  expect(await profileOf(body.session_token)).toBe(200)
  expect((await verified(body.id_token)).aud).toBe('DRrYIqauawN0I8myTMoDTPys6ezGZxnm')
})

test('id tokens say who signed in, and for which application', async () => {
  const login = await send(mock.origin, 'loginWithPassword', { headers: { 'x-client-id': 'other' } })
  expect(await verified(login.body.id_token)).toMatchObject({ aud: 'other', userName: 'zhangsan' })
  const headers = await signed(mock.origin, { sessionToken: String(login.body.session_token) })
  const { body } = await send(mock.origin, 'refreshIdToken', { headers })
  const { sub, aud, exp = 0, iat = 0 } = await verified(body.id_token)
  expect([sub, aud, exp - iat]).toEqual(['20220413165737132-3BA0-91FCA2CB7', device['x-client-id'], 7200])
})

test('captcha and code: whatever the person did is right', async () => {
  const { body: captcha } = await send(mock.origin, 'getCaptcha')
  const json = { point_json: '{"x":1.0,"y":5.0}', token: captcha.token, sender: '12345678901' }
  const { body } = await send(mock.origin, 'verifyCaptcha', { json })
  const sms = { mobile: '12345678901', type: 'LOGIN_SMS', captcha_token: body.captcha_token }
  expect((await send(mock.origin, 'sendSmsCode', { json: sms })).status).toBe(200)
  const login = await send(mock.origin, 'loginWithSmsCode', { json: { mobile: '12345678901', verify_code: '000000' } })
  expect(login.body.status).toBe('SUCCESS')
})

test('another mock takes none of the tokens', async () => {
  const other = await startMock()
  try {
    const headers = await management(mock.origin)
    expect((await send(other.origin, 'listOrganizations', { headers })).status).toBe(401)
    const json = { session_token: await signIn(mock.origin), ...deviceFields }
    const own = await management(other.origin)
    expect((await send(other.origin, 'issueSsoTicket', { headers: own, json })).status).toBe(400)
  } finally {
    await other.stop()
  }
})
