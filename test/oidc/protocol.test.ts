import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  authorize,
  basic,
  errorOf,
  introspect,
  obtainCode,
  obtainTokens,
  post,
  redeem,
  redirectUri,
  refresh,
  tokensOf,
  userInfoStatus,
} from '../security/support/flow.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
const secret = 'a secret of the application'
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const ask = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  post(server.issuer, path, fields, headers)

const endpoints = ['/connect/token', '/connect/introspect', '/connect/revocation', '/connect/deviceauthorization']
const fields = { grant_type: 'client_credentials', token: 'x' }

describe.each([...endpoints, '/api/v1/oauth2/token'])('at %s', (path) => {
  test.each([
    ['HTTP Basic with an empty secret', basic('trustedDemo', '')],
    ['no sign of a client', {}],
    ['HTTP Basic without a colon', { authorization: `Basic ${Buffer.from('trustedDemo').toString('base64')}` }],
    ['HTTP Basic that is no base64', { authorization: 'Basic %%%' }],
    ['another scheme', { authorization: 'Bearer x' }],
    ['a scheme alone', { authorization: 'Basic' }],
  ])('%s is a failed authentication', async (_name, headers) => {
    const answer = await ask(path, { ...fields, grant_type: 'refresh_token', refresh_token: 'x' }, headers)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="/)
    expect(await errorOf(answer)).toBe('invalid_client')
  })

  test('so is a request without a body', async () => {
    const answer = await contractFetch(new URL(path, server.issuer), { method: 'POST' })
    expect([answer.status, await errorOf(answer)]).toEqual([401, 'invalid_client'])
  })
})

test('a public client may send HTTP Basic with an empty secret (RFC 6749 section 2.3.1)', async () => {
  const answer = await redeem(server.issuer, await obtainCode(server.issuer), {}, basic('TestClient', ''))
  const { access_token, refresh_token } = await tokensOf(answer)
  const withoutId = { grant_type: 'refresh_token', refresh_token: refresh_token ?? '' }
  await tokensOf(await ask('/connect/token', withoutId, basic('TestClient', '')))
  expect(await introspect(server.issuer, access_token, {}, basic('TestClient', ''))).toMatchObject({ active: true })
})

test('another id in the form is refused beside it', async () => {
  const answer = await ask('/connect/token', { ...fields, client_id: 'trustedDemo' }, basic('TestClient', ''))
  expect([answer.status, await errorOf(answer)]).toEqual([400, 'invalid_request'])
})

test('a public client that names itself revokes its own tokens, and is answered with JSON', async () => {
  const { access_token } = await obtainTokens(server.issuer)
  const answer = await ask('/connect/revocation', { token: access_token, client_id: 'TestClient' })
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  expect(await answer.json()).toEqual({})
  expect(await userInfoStatus(server.issuer, access_token)).toBe(401)
  const unknown = await ask('/connect/revocation', { token: 'x', client_id: 'TestClient' })
  expect(await unknown.json()).toEqual({})
})

test.each(['Basic Basic', 'basic  BASIC', 'BASIC'])('the scheme "%s" is HTTP Basic', async (scheme) => {
  const [, credentials] = basic('trustedDemo', 'trusted.Demo.2026').authorization?.split(' ') ?? []
  expect((await ask('/connect/token', fields, { authorization: `${scheme} ${credentials}` })).status).toBe(200)
})

test.each(['Bearer Bearer', 'bearer  BEARER', 'BEARER'])('the scheme "%s" is a bearer token', async (scheme) => {
  const { access_token } = await obtainTokens(server.issuer)
  const headers = { authorization: `${scheme} ${access_token}` }
  expect((await contractFetch(new URL('/connect/userinfo', server.issuer), { headers })).status).toBe(200)
})

describe('scopes', () => {
  const trusted = basic('trustedDemo', 'trusted.Demo.2026')
  const automation = basic('testAutoClient', 'testAuto.2022')
  const person = { grant_type: 'password', username: 'testUserName', password: 'Abc.123456' }

  test.each(['unknown', 'ZMS.Users.Read unknown', 'ZMS.UserDetails.Read', 'openid'])(
    'a client of its own is not given "%s"',
    async (scope) => {
      const answer = await ask('/connect/token', { grant_type: 'client_credentials', scope }, trusted)
      expect([answer.status, await errorOf(answer)]).toEqual([400, 'invalid_scope'])
    },
  )

  test('a client that is registered for none gets none', async () => {
    const scopes: string[] = []
    const grants = { grantTypes: ['client_credentials'], responseTypes: [], redirectUris: [], scopes, secret }
    const client = basic(await server.addApplication(grants), secret)
    const answer = await ask('/connect/token', { grant_type: 'client_credentials', scope: 'ZMS.Users.Write' }, client)
    expect(await errorOf(answer)).toBe('invalid_scope')
  })

  test.each(['unknown', 'openid unknown', 'openid ZMS.Users.Read'])('nor by password: "%s"', async (scope) => {
    const answer = await ask('/connect/token', { ...person, scope }, automation)
    expect([answer.status, await errorOf(answer)]).toEqual([400, 'invalid_scope'])
  })

  test.each(['unknown', 'openid unknown', 'openid email'])('nor by a refresh token: "%s"', async (scope) => {
    const { refresh_token } = await obtainTokens(server.issuer)
    const answer = await refresh(server.issuer, refresh_token, { scope })
    expect([answer.status, await errorOf(answer)]).toEqual([400, 'invalid_scope'])
    expect((await refresh(server.issuer, refresh_token)).status).toBe(200)
  })

  test('unknown ones are ignored where a person is asked, and what was granted is told', async () => {
    const { scope, access_token } = await obtainTokens(server.issuer, { scope: 'openid unknown profile' })
    expect(scope).toBe('openid profile')
    expect(decodeJwt(access_token).scope).toBe('openid profile')
    const device = await ask('/connect/deviceauthorization', { client_id: 'TestClient', scope: 'openid unknown' })
    expect(device.status).toBe(200)
    const { url } = await authorize(server.issuer, { scope: 'openid ZMS.Users.Read' })
    expect(url.searchParams.get('error')).toBe('invalid_scope')
  })
})

describe('rights of an application', () => {
  test('looking at the tokens of others is one of its own', async () => {
    const { access_token } = await obtainTokens(server.issuer)
    const applications = { firstParty: true, secret }
    const without = basic(await server.addApplication(applications), secret)
    const gateway = basic(await server.addApplication({ secret, introspectsAllTokens: true }), secret)
    expect(await introspect(server.issuer, access_token, {}, without)).toEqual({ active: false })
    expect(await introspect(server.issuer, access_token, {}, gateway)).toMatchObject({ active: true, scope: /./ })
  })

  test('an id token says who signed in; with the right of the application also what userinfo says', async () => {
    const scope = 'openid profile email'
    const [plain, full] = await Promise.all(
      [{}, { claimsInIdToken: true }].map(async (right) => {
        const client_id = await server.addApplication({ redirectUris: [redirectUri], firstParty: true, ...right })
        const tokens = await obtainTokens(server.issuer, { client_id, scope })
        const headers = { authorization: `Bearer ${tokens.access_token}` }
        const user = await (await contractFetch(new URL('/connect/userinfo', server.issuer), { headers })).json()
        return { identity: decodeJwt(tokens.id_token ?? ''), user: user as Record<string, unknown> }
      }),
    )
    expect(plain?.identity).not.toHaveProperty('email')
    expect(full?.user).toHaveProperty('email')
    expect(full?.identity).toMatchObject(full?.user ?? {})
  })
})
