import { setImmediate } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { OAuthError, OneAccessError, unwrap } from '../../client/src/index.ts'
import { application, device, failure, issueCredentials, management, oneAccess } from './oneaccess-server.ts'
import { gate } from './protocol-server.ts'
import { serverOfFile } from './server-of-file.ts'
import { invalidToken } from './token-scripts.ts'

const listOrganizations = 'GET /api/v2/tenant/organizations'
const page = { total: 0, organizations: [] }
const query = { offset: 0, limit: 10 }

const server = await serverOfFile()

/** Calls a management operation. */
const list = (client = oneAccess(server)) => unwrap(client.GET('/api/v2/tenant/organizations', { params: { query } }))

/** The tokens that the list was asked with. */
const presented = () => server.of(listOrganizations).map(({ headers }) => headers.authorization)

/** The list takes every token but these. */
function refuse(...tokens: string[]): void {
  server.on(listOrganizations, ({ headers }) =>
    tokens.includes(headers.authorization?.replace('Bearer ', '') ?? '')
      ? failure('COMMON.0401', 401, invalidToken)
      : { body: page },
  )
}

describe('the header set', () => {
  const set = {
    'x-operating-sys-version': device.operatingSystemVersion,
    'x-device-fingerprint': device.fingerprint,
    'x-device-ip': device.ip,
    'x-agent': device.agent,
    'x-l': 'zh',
    'x-client-id': application.clientId,
    'x-tenant-id': application.tenantId,
  }
  const sent = () => {
    const headers = server.seen.at(-1)?.headers ?? {}
    return Object.fromEntries(
      Object.keys(set).flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
    )
  }

  test('goes with the user interfaces', async () => {
    await oneAccess(server, { language: 'zh' }).GET('/api/v2/sdk/captcha')
    expect(sent()).toEqual(set)
  })

  test('what is left out is not sent', async () => {
    const { ip: _, ...rest } = device
    const client = oneAccess(server, { device: rest, application: { clientId: 'app' } })
    await client.GET('/api/v2/sdk/captcha')
    const { 'x-device-ip': __, 'x-tenant-id': ___, ...expected } = set
    expect(sent()).toEqual({ ...expected, 'x-client-id': 'app', 'x-l': 'en' })
  })

  test('a call may say otherwise', async () => {
    const header = { 'X-device-fingerprint': 'other', 'X-device-ip': '10.10.10.2' }
    const client = oneAccess(server, { language: 'zh' })
    await client.GET('/api/v2/sdk/captcha', { params: { header } })
    expect(sent()).toEqual({ ...set, 'x-device-fingerprint': 'other', 'x-device-ip': '10.10.10.2' })
    await client.GET('/api/v2/sdk/captcha', { headers: { 'X-L': 'en' } })
    expect(sent()).toEqual({ ...set, 'x-l': 'en' })
  })

  test('to the management interfaces go the language alone, and the tenant for single sign-on', async () => {
    issueCredentials(server)
    const client = oneAccess(server, { language: 'en' })
    await client.GET('/api/v2/tenant/organizations', { params: { query } })
    expect(sent()).toEqual({ 'x-l': 'en' })
    const body = {
      sso_ticket: 'ticket',
      operating_sys_version: 'Android 10',
      device_ip: '10.10.10.1',
      device_fingerprint: '156aysdna213sc50',
    }
    await client.POST('/api/v2/tenant/sso/sso-ticket/verify', { body })
    expect(sent()).toEqual({ 'x-l': 'en', 'x-tenant-id': application.tenantId })
  })

  test('nothing of it goes to the standard protocols', async () => {
    const params = { query: { service: 'https://app.example.com', ticket: 'ST-1' } }
    await oneAccess(server, { language: 'zh' }).GET('/api/v1/cas/validate', { params, parseAs: 'text' })
    expect(sent()).toEqual({})
  })
})

describe('the management token', () => {
  test('is asked for once, with a form, and kept', async () => {
    issueCredentials(server)
    refuse()
    const client = oneAccess(server)
    expect(await Promise.all([list(client), list(client), list(client)])).toEqual([page, page, page])
    await list(client)
    const asked = server.of('POST /api/v2/tenant/token')
    expect(asked.map(({ form }) => form)).toEqual([
      { grant_type: 'client_credentials', client_id: management.clientId, client_secret: management.clientSecret },
    ])
    expect(asked[0]?.headers).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' })
    expect(asked[0]?.headers.authorization).toBeUndefined()
    expect(presented()).toEqual(Array(4).fill('Bearer access-1'))
  })

  test('is renewed shortly before its end, once for all calls that wait', async () => {
    issueCredentials(server)
    refuse()
    vi.useFakeTimers({ toFake: ['Date'] })
    const client = oneAccess(server)
    await list(client)
    vi.setSystemTime(Date.now() + 1_739_000)
    await list(client)
    expect(server.of('POST /api/v2/tenant/token')).toHaveLength(1)
    vi.setSystemTime(Date.now() + 2_000)
    await Promise.all([list(client), list(client)])
    expect(presented()).toEqual(['Bearer access-1', 'Bearer access-1', 'Bearer access-2', 'Bearer access-2'])
    expect(server.of('POST /api/v2/tenant/token')).toHaveLength(2)
  })

  test('that is refused is renewed once, however many calls were refused', async () => {
    issueCredentials(server)
    refuse('access-1')
    const client = oneAccess(server)
    expect(await Promise.all([list(client), list(client)])).toEqual([page, page])
    expect(server.of('POST /api/v2/tenant/token')).toHaveLength(2)
    expect(presented().sort()).toEqual(['Bearer access-1', 'Bearer access-1', 'Bearer access-2', 'Bearer access-2'])
  })

  test('that is refused again is a failure', async () => {
    issueCredentials(server)
    refuse('access-1', 'access-2')
    await expect(list()).rejects.toMatchObject({ name: 'OneAccessError', code: 'COMMON.0401', status: 401 })
    expect(presented()).toEqual(['Bearer access-1', 'Bearer access-2'])
  })

  test('is not renewed when a permission is missing', async () => {
    issueCredentials(server)
    server.on(listOrganizations, () => failure('COMMON.0403', 403))
    await expect(list()).rejects.toMatchObject({ code: 'COMMON.0403', status: 403 })
    expect(server.of('POST /api/v2/tenant/token')).toHaveLength(1)
  })

  test('a call that is given up does not end the request for the others', async () => {
    const answered = gate()
    server.on('POST /api/v2/tenant/token', async () => {
      await answered.opened
      return { body: { access_token: 'access-1', token_type: 'Bearer', expires_in: 1800 } }
    })
    refuse()
    const client = oneAccess(server)
    const caller = new AbortController()
    const first = client.GET('/api/v2/tenant/organizations', { params: { query }, signal: caller.signal })
    const second = list(client)
    await vi.waitFor(() => expect(server.seen).toHaveLength(1), 10_000)
    caller.abort(new Error('enough'))
    await expect(first).rejects.toThrow('enough')
    await setImmediate()
    answered.open()
    expect(await second).toEqual(page)
  })

  test('wrong client credentials', async () => {
    server.on('POST /api/v2/tenant/token', () => ({
      status: 401,
      body: { error: 'invalid_client', error_description: 'Bad client credentials' },
    }))
    const error = await list().catch((failed: unknown) => failed)
    expect(error).toBeInstanceOf(OAuthError)
    expect(error).toMatchObject({
      error: 'invalid_client',
      errorDescription: 'Bad client credentials',
      operation: 'POST /api/v2/tenant/token',
    })
    expect(server.of(listOrganizations)).toHaveLength(0)
  })

  test('is of no concern without credentials, for a call with its own token, and for another server', async () => {
    refuse()
    await list(oneAccess(server, { management: undefined }))
    const own = { headers: { Authorization: 'Bearer mine' }, params: { query } }
    await oneAccess(server).GET('/api/v2/tenant/organizations', own)
    const elsewhere = { baseUrl: `${server.baseUrl}/other`, params: { query } }
    await oneAccess(server).GET('/api/v2/tenant/organizations', elsewhere)
    expect(server.of('POST /api/v2/tenant/token')).toHaveLength(0)
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer mine', undefined])
  })
})

describe('what is proved by the call itself', () => {
  test('the state token of the step before', async () => {
    server.on('GET /api/v2/sdk/mobile-by-token', () => ({ body: { mobile: '12345678901' } }))
    const call = oneAccess(server).GET('/api/v2/sdk/mobile-by-token', { stateToken: 'state-1' })
    expect(await unwrap(call)).toEqual({ mobile: '12345678901' })
    expect(server.seen[0]?.headers['x-state-token']).toBe('state-1')
  })

  test('a PUT with JSON, a DELETE with JSON, and answers without content', async () => {
    issueCredentials(server)
    const path = { application_id: 'app', org_id: 'org' }
    server.on('DELETE /api/v2/tenant/applications/app/organizations/org', () => ({ status: 204 }))
    server.on('PUT /api/v2/tenant/applications/app/organizations/org', () => ({ body: { org_id: 'org' } }))
    server.on('DELETE /api/v2/tenant/applications/app/role-member', ({ body }) => ({
      body: { success_list: JSON.parse(body).account_Ids, fail_list: [] },
    }))
    const client = oneAccess(server)
    const place = '/api/v2/tenant/applications/{application_id}/organizations/{org_id}'
    expect(await unwrap(client.PUT(place, { params: { path }, body: { name: 'x' } }))).toEqual({ org_id: 'org' })
    expect(await unwrap(client.DELETE(place, { params: { path } }))).toBeUndefined()
    const removed = client.DELETE('/api/v2/tenant/applications/{application_id}/role-member', {
      params: { path: { application_id: 'app' } },
      body: { role_id: 'r', account_Ids: ['a'] },
    })
    expect(await unwrap(removed)).toEqual({ success_list: ['a'], fail_list: [] })
  })
})

describe('failures', () => {
  test('carry code and text', async () => {
    server.on('POST /api/v2/sdk/login', () => ({
      status: 400,
      headers: { 'x-request-id': 'request-9' },
      body: { error_code: 'LOGIN.0002', error_msg: 'Invalid account name or password. Remaining attempts: 8.' },
    }))
    const body = { user_name: 'zhangsan', password: 'wrong' }
    const error = await unwrap(oneAccess(server).POST('/api/v2/sdk/login', { body })).catch((failed: unknown) => failed)
    expect(error).toBeInstanceOf(OneAccessError)
    expect(error).toMatchObject({
      name: 'OneAccessError',
      code: 'LOGIN.0002',
      displayMessage: 'Invalid account name or password. Remaining attempts: 8.',
      status: 400,
      requestId: 'request-9',
      operation: 'POST /api/v2/sdk/login',
    })
  })

  test('a code that is not in the table stays readable', async () => {
    server.on('GET /api/v2/sdk/captcha', () => ({ status: 400, body: { error_code: 'CAPTCHA.0999' } }))
    const outcome = unwrap(oneAccess(server).GET('/api/v2/sdk/captcha'))
    await expect(outcome).rejects.toMatchObject({ name: 'OneAccessError', code: 'CAPTCHA.0999', displayMessage: '' })
  })

  test('secrets do not follow a redirect', async () => {
    server.on('POST /api/v2/sdk/login', () => ({ status: 307, headers: { location: '/elsewhere' } }))
    const body = { user_name: 'u', password: 'p' }
    // As JavaScript may pass on an option that it was not given.
    for (const init of [{ body }, { body, redirect: undefined as never }]) {
      const outcome = unwrap(oneAccess(server).POST('/api/v2/sdk/login', init))
      await expect(outcome).rejects.toMatchObject({ status: 307 })
    }
    expect(server.of('POST /elsewhere')).toEqual([])
  })

  test('a header that cannot be sent rejects the call', async () => {
    const client = oneAccess(server, { device: { ...device, agent: '浏览器' } })
    const call = client.GET('/api/v2/sdk/captcha')
    await expect(call).rejects.toBeInstanceOf(TypeError)
    expect(server.seen).toEqual([])
  })

  test.each(['.', '..'])('%s in the path would be another operation', async (application_id) => {
    const client = oneAccess(server, { management: undefined })
    const params = { path: { application_id, org_id: '10000' } }
    const call = client.DELETE('/api/v2/tenant/applications/{application_id}/organizations/{org_id}', { params })
    await expect(call).rejects.toThrow(`application_id must not be '${application_id}'`)
    expect(server.seen).toEqual([])
  })
})

test('addresses for the browser', () => {
  const client = oneAccess(server)
  expect(client.url('/api/v1/cas/login', { service: 'https://app.example.com/cas?x=1' })).toBe(
    `${server.baseUrl}/api/v1/cas/login?service=https%3A%2F%2Fapp.example.com%2Fcas%3Fx%3D1`,
  )
  expect(client.url('/api/v1/logout')).toBe(`${server.baseUrl}/api/v1/logout`)
})
