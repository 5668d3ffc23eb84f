import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './contract.ts'
import { type RunningMock, startMock } from './start.ts'

let mock: RunningMock

beforeAll(async () => {
  mock = await startMock()
})
afterAll(() => mock.stop())

async function accessToken(scope: string): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: 'c', client_secret: 's', scope }
  const response = await fetch(`${mock.origin}/connect/token`, { method: 'POST', body: new URLSearchParams(form) })
  return ((await response.json()) as { access_token: string }).access_token
}

function userInfo(authorization?: string): Promise<Response> {
  return fetch(`${mock.origin}/connect/userinfo`, { headers: authorization ? { authorization } : {} })
}

test('a token of the mock opens an operation, in the header and in the form', async () => {
  const token = await accessToken('openid')
  expect((await userInfo(`Bearer ${token}`)).status).toBe(200)
  const body = new URLSearchParams({ access_token: token })
  const posted = await fetch(`${mock.origin}/connect/userinfo`, { method: 'POST', body })
  expect(posted.status).toBe(200)
})

test('no token is 401 without an error code in the challenge, a foreign one names it', async () => {
  const missing = await userInfo()
  expect(missing.status).toBe(401)
  expect(missing.headers.get('www-authenticate')).toBe(`Bearer realm="${mock.origin}"`)
  expect(violations('getUserInfo', '401', 'application/json', await missing.json())).toEqual([])
  const foreign = await userInfo('Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2ln')
  expect(foreign.status).toBe(401)
  expect(foreign.headers.get('www-authenticate')).toContain('error="invalid_token"')
})

test('a token without the scope is 403', async () => {
  const response = await userInfo(`Bearer ${await accessToken('ZMS.Users.Read')}`)
  expect(response.status).toBe(403)
  expect(response.headers.get('www-authenticate')).toContain('error="insufficient_scope", scope="openid"')
  expect(violations('getUserInfo', '403', 'application/json', await response.json())).toEqual([])
})

test('an id token is no access token', async () => {
  const form = { grant_type: 'password', client_id: 'c', username: 'u', password: 'p', scope: 'openid' }
  const response = await fetch(`${mock.origin}/connect/token`, { method: 'POST', body: new URLSearchParams(form) })
  const { id_token } = (await response.json()) as { id_token: string }
  expect((await userInfo(`Bearer ${id_token}`)).status).toBe(401)
})

const formType = { 'content-type': 'application/x-www-form-urlencoded' }

test('invalid requests are answered in the shape of their operation', async () => {
  const page = await fetch(`${mock.origin}/connect/authorize?client_id=TestClient`, { redirect: 'manual' })
  expect(page.status).toBe(400)
  const markup = await page.text()
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(markup).toContain('redirect_uri')

  const forProgram = await fetch(`${mock.origin}/connect/authorize`, { headers: { accept: 'application/json' } })
  expect(violations('requestAuthorization', '400', 'application/json', await forProgram.json())).toEqual([])

  const login = await fetch(`${mock.origin}/Account/UserLogin`, {
    method: 'POST',
    body: 'Agreement=on',
    headers: formType,
  })
  expect(login.status).toBe(400)
  const refusal = await login.json()
  expect(refusal).toMatchObject({ status: 0, msg: expect.stringContaining('Username') })
  expect(violations('submitUserLogin', '400', 'application/json', refusal)).toEqual([])

  const oauth = await fetch(`${mock.origin}/connect/revocation`, { method: 'POST', body: 'a=b', headers: formType })
  expect(oauth.status).toBe(400)
  const failure = await oauth.json()
  expect(failure).toMatchObject({ error: 'invalid_request', error_description: expect.stringContaining('token') })
  expect(violations('revokeToken', '400', 'application/json', failure)).toEqual([])

  const envelope = await fetch(`${mock.origin}/Common/Getpubkeys`, { headers: { prefer: 'code=zero' } })
  expect(envelope.status).toBe(400)
  expect(violations('getLoginPublicKey', '400', 'application/json', await envelope.json())).toEqual([])
})

test('another media type is 415', async () => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${mock.origin}/connect/revocation`, { method: 'POST', body: '{}', headers })
  expect(response.status).toBe(415)
  expect(violations('revokeToken', '415', 'application/json', await response.json())).toEqual([])
})

test('an oversized body is 413', async () => {
  const body = `token=${'x'.repeat(11 * 1024 * 1024)}`
  const response = await fetch(`${mock.origin}/connect/revocation`, { method: 'POST', body, headers: formType })
  expect(response.status).toBe(413)
  expect(violations('revokeToken', '413', 'application/json', await response.json())).toEqual([])
})

test('an unknown path is 404, for programs and for browsers', async () => {
  const program = await fetch(`${mock.origin}/nowhere`)
  expect(program.status).toBe(404)
  expect(await program.json()).toMatchObject({ error: 'not_found' })
  const browser = await fetch(`${mock.origin}/%3Cb%3E`, { headers: { accept: 'text/html' } })
  expect(browser.status).toBe(404)
  expect(browser.headers.get('content-type')).toContain('text/html')
  expect((await fetch(`${mock.origin}//`)).status).toBe(404)
})

test('an unknown path below /api/v1.0 is answered in the envelope, as the server does', async () => {
  const response = await fetch(`${mock.origin}/api/v1.0/nowhere`, { headers: { accept: 'text/html' } })
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ error: 'NotFound', data: null })
})

test('a wrong method is 405 and names the right ones', async () => {
  const response = await fetch(`${mock.origin}/connect/token`)
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST, OPTIONS')
})

test('an operation that only redirects does so to a real address', async () => {
  const body = new URLSearchParams({ xsrf: 'a', logout: 'yes' })
  const url = `${mock.origin}/connect/endsession/confirm`
  const response = await fetch(url, { method: 'POST', body, redirect: 'manual' })
  expect(response.status).toBe(303)
  const target = new URL(response.headers.get('location') ?? '', mock.origin)
  expect(target.pathname).toMatch(/^\/[A-Z]/i)
})

test('HEAD is answered like GET, without a body', async () => {
  const response = await fetch(`${mock.origin}/.well-known/openid-configuration`, { method: 'HEAD' })
  expect(response.status).toBe(200)
  expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100)
})

test('any origin may call, with credentials and with its own headers', async () => {
  const headers = {
    origin: 'http://localhost:5173',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization, prefer',
  }
  const preflight = await fetch(`${mock.origin}/connect/userinfo`, { method: 'OPTIONS', headers })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-origin')).toBe(headers.origin)
  expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization, prefer')
  expect(preflight.headers.get('x-request-id')).toMatch(/\S/)
  const refused = await fetch(`${mock.origin}/connect/userinfo`, { headers: { origin: headers.origin } })
  expect(refused.headers.get('access-control-allow-origin')).toBe(headers.origin)
  expect(refused.headers.get('access-control-expose-headers')).toContain('www-authenticate')
  expect(refused.headers.get('access-control-expose-headers')).toContain('x-request-id')
})

test.each([
  ['code=429', 429],
  ['Code=429', 429],
  ['CODE="429"', 429],
  ['code = 429', 429],
  ['code\t=\t"429"', 429],
  ['respond-async, code=429; wait=1', 429],
  ['foo="a, code=400"; bar, code=429', 429],
  ['code=429, code=400', 429],
  ['example="slow\\Down"', 400],
  ['code=429; foo', 429],
  ['foo; code', 200],
  ['foo; code=429', 200],
  ['foo="a; code=429"', 200],
  ['code=429; example=tooManyRequests', 429],
  ['code', 400],
  ['delay=never', 400],
  ['delay=60001', 400],
])('Prefer: %s (RFC 7240 section 2)', async (prefer, status) => {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'c', client_secret: 's' })
  const response = await fetch(`${mock.origin}/connect/token`, { method: 'POST', body: form, headers: { prefer } })
  expect(response.status).toBe(status)
})

test.each(['%zz=%', 'a=%E4%B8&grant_type=%', '%', '&&=&%2', 'a=+%2B%'])(
  'a form with broken percent signs is read as it stands: %s',
  async (body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const { policy } of mock.documents.flatMap(({ operations }) => operations)) {
      if (!(policy.requestMediaTypes as readonly string[]).includes(headers['content-type'])) continue
      const init = { method: policy.method.toUpperCase(), headers, body, redirect: 'manual' } as const
      expect((await fetch(mock.origin + policy.path, init)).status).toBeLessThan(500)
    }
  },
)

test('who does not say which client it is, or cannot be read, is 401 with a challenge', async () => {
  for (const path of ['/connect/token', '/connect/introspect', '/connect/revocation']) {
    const fields = { grant_type: 'client_credentials', token: 'x' }
    for (const authorization of [undefined, 'Basic %%%', `Basic ${btoa(':')}`]) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
      const init = { method: 'POST', body: new URLSearchParams(fields), headers }
      const response = await fetch(mock.origin + path, init)
      expect([path, response.status]).toEqual([path, 401])
      expect(response.headers.get('www-authenticate')).toMatch(/^Basic /)
    }
  }
})
