import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import {
  answerOf,
  authorize,
  authorizeUrl,
  basic,
  errorOf,
  failureOf,
  obtainTokens,
  post,
  redirectUri,
} from './support/flow.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const secret = 'a secret of the application'
const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

test.each(['token', 'id_token token', 'code token', 'code id_token token', 'token code', 'none token'])(
  '4: response_type %j is unknown: no access token travels in an address',
  async (responseType) => {
    const url = authorizeUrl(server.issuer, { response_type: responseType, nonce: 'n' })
    const response = await contractFetch(url, { redirect: 'manual' })
    const location = new URL(response.headers.get('location') ?? '', server.issuer)
    expect(answerOf(location).get('error')).toBe('unsupported_response_type')
    expect(location.href).not.toContain('access_token')
  },
)

test('4: no application can be registered for one', async () => {
  for (const type of ['token', 'id_token token', 'code token', 'code id_token token']) {
    await expect(server.addApplication({ responseTypes: ['code', type] })).rejects.toThrow('response_types')
  }
})

test('4: the metadata names no token response type', async () => {
  const response = await contractFetch(new URL('/.well-known/openid-configuration', server.issuer))
  const { response_types_supported: types } = (await response.json()) as { response_types_supported: string[] }
  expect(types.filter((type) => type.split(' ').includes('token'))).toEqual([])
})

test.each(['id_token', 'code id_token', 'none'])(
  '4: response_type %j is for applications registered for it',
  async (type) => {
    const page = await new Person(server.issuer).visit(authorizeUrl(server.issuer, { response_type: type, nonce: 'n' }))
    const answer = answerOf(page.url)
    expect(answer.get('error_description')).toBe('requested response_type is not allowed for this client')
    expect(answer.has('code') || answer.has('id_token')).toBe(false)
  },
)

test.each(['authorization_code', 'refresh_token', 'client_credentials', 'password', deviceGrant])(
  '4: the grant %s is for applications registered for it',
  async (grant) => {
    const other = grant === 'client_credentials' ? 'password' : 'client_credentials'
    const client_id = await server.addApplication({
      secret,
      grantTypes: [other],
      responseTypes: [],
      redirectUris: [],
    })
    const fields = { grant_type: grant, code: 'x', redirect_uri: redirectUri, refresh_token: 'x', device_code: 'x' }
    const answer = await post(
      server.issuer,
      '/connect/token',
      { ...fields, username: 'testUserName', password: 'Abc.123456' },
      basic(client_id, secret),
    )
    expect(await failureOf(answer)).toContain('requested grant type is not allowed for this client')
  },
)

test.each([
  'implicit',
  'urn:ietf:params:oauth:grant-type:token-exchange',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
  'sms_code',
  // What every object of JavaScript has.
  'toString',
  'constructor',
  '__proto__',
  '',
])('4: the grant %j does not exist', async (grant) => {
  const answer = await post(server.issuer, '/connect/token', { grant_type: grant, client_id: 'TestClient' })
  expect(await errorOf(answer)).toMatch(/^(unsupported_grant_type|invalid_request)$/)
})

test('4: no public client can be registered for tokens of its own', async () => {
  const grants = { grantTypes: ['client_credentials'], responseTypes: [], redirectUris: [] }
  await expect(server.addApplication(grants)).rejects.toThrow('authentication')
  const answer = await post(server.issuer, '/connect/token', {
    grant_type: 'client_credentials',
    client_id: 'trustedDemo',
    scope: 'ZMS.Users.Read',
  })
  expect(await errorOf(answer)).toBe('invalid_client')
})

test('4: an application without the code grant gets nothing from the authorization page', async () => {
  const client_id = await server.addApplication({
    grantTypes: ['refresh_token'],
    responseTypes: [],
    redirectUris: [redirectUri],
  })
  const page = await authorize(server.issuer, { client_id })
  expect(page.url.searchParams.get('code')).toBeNull()
})

test('4: a scope that is not registered is not granted', async () => {
  const client_id = await server.addApplication({ redirectUris: [redirectUri], scopes: ['openid'] })
  for (const scope of ['openid ZMS.Users.Write', 'openid profile']) {
    const page = await new Person(server.issuer).visit(authorizeUrl(server.issuer, { client_id, scope }))
    expect(page.url.searchParams.get('error')).toBe('invalid_scope')
  }
  const made = await obtainTokens(server.issuer, { client_id, redirect_uri: redirectUri, scope: 'openid unknown' })
  expect([made.scope, decodeJwt(made.access_token).scope]).toEqual(['openid', 'openid'])
  const answer = await post(
    server.issuer,
    '/connect/token',
    { grant_type: 'client_credentials', scope: 'ZMS.OEMUsers.Read' },
    basic('trustedDemo', 'trusted.Demo.2026'),
  )
  expect(await errorOf(answer)).toBe('invalid_scope')
})
