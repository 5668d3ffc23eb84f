import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../contract.ts'
import { type RunningMock, startMock } from '../start.ts'

const redirectUri = 'http://localhost:5173/login/callback/'
const clientId = 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm'
const secret = 'oneaccess.Demo.2026'
let mock: RunningMock
let issuer: string

function discover(authentication: client.ClientAuth): Promise<client.Configuration> {
  return client.discovery(new URL(issuer), clientId, undefined, authentication, {
    execute: [client.allowInsecureRequests],
  })
}

beforeAll(async () => {
  mock = await startMock()
  issuer = `${mock.origin}/api/v1/oauth2`
})
afterAll(() => mock.stop())

async function authorize(parameters: Record<string, string>): Promise<URL> {
  const query = new URLSearchParams({ response_type: 'code', client_id: clientId, ...parameters })
  const response = await fetch(`${issuer}/authorize?${query}`, { redirect: 'manual' })
  expect(response.status).toBe(302)
  return new URL(response.headers.get('location') ?? '')
}

async function token(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const form = { client_id: clientId, client_secret: secret, ...fields }
  const response = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form), headers })
  const body = (await response.json()) as Record<string, string>
  expect(violations('issueOauth2Token', String(response.status), 'application/json', body)).toEqual([])
  return { status: response.status, headers: response.headers, body }
}

async function codeFor(parameters: Record<string, string> = {}): Promise<string> {
  return (await authorize({ redirect_uri: redirectUri, ...parameters })).searchParams.get('code') ?? ''
}

async function userInfo(accessToken?: string) {
  const headers = accessToken === undefined ? undefined : { authorization: `Bearer ${accessToken}` }
  const response = await fetch(`${issuer}/userinfo`, { headers })
  const body = (await response.json()) as Record<string, unknown>
  expect(violations('getOauth2UserInfo', String(response.status), 'application/json', body)).toEqual([])
  return { status: response.status, challenge: response.headers.get('www-authenticate'), body }
}

test.each([
  ['HTTP Basic', client.ClientSecretBasic(secret)],
  ['the form', client.ClientSecretPost(secret)],
])('openid-client signs in at this issuer, with %s', async (_, authentication) => {
  const config = await discover(authentication)
  expect(config.serverMetadata().issuer).toBe(issuer)
  const verifier = client.randomPKCECodeVerifier()
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  const answered = await fetch(url, { redirect: 'manual' })
  const callback = new URL(answered.headers.get('location') ?? '')
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
  const tokens = await client.authorizationCodeGrant(config, callback, checks)
  const subject = tokens.claims()?.sub ?? ''
  expect(tokens.claims()).toMatchObject({ iss: issuer, aud: clientId, userName: 'zhangsan' })
  const user = await client.fetchUserInfo(config, tokens.access_token, subject)
  expect(user).toMatchObject({ id: subject, userName: 'zhangsan' })
  const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
  expect(refreshed.claims()?.sub).toBe(subject)
  expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)
  await expect(client.authorizationCodeGrant(config, callback, checks)).rejects.toMatchObject({
    error: 'invalid_grant',
  })
})

test('openid-client takes the id token of the implicit grant', async () => {
  const config = await discover(client.None())
  client.useIdTokenResponseType(config)
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const url = client.buildAuthorizationUrl(config, { redirect_uri: redirectUri, scope: 'openid', state, nonce })
  const answered = await fetch(url, { redirect: 'manual' })
  const callback = new URL(answered.headers.get('location') ?? '')
  expect(callback.search).toBe('')
  const claims = await client.implicitAuthentication(config, callback, nonce, { expectedState: state })
  expect(claims).toMatchObject({ iss: issuer, aud: clientId })
})

test('OAuth 2.0 without OpenID Connect: no id token, no subject', async () => {
  const callback = await authorize({ state: 'af0ifjsldkj' })
  expect(`${callback.origin}${callback.pathname}`).toBe(redirectUri)
  expect(callback.searchParams.get('state')).toBe('af0ifjsldkj')
  const code = callback.searchParams.get('code') ?? ''
  const { body } = await token({ grant_type: 'authorization_code', code })
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 7200, scope: 'get_user_info' })
  expect(Object.keys(body)).not.toContain('id_token')
  const user = await userInfo(body.access_token)
  expect([user.status, user.body.userName, 'sub' in user.body]).toEqual([200, 'zhangsan', false])
  const refreshed = await token({ grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' })
  expect((await userInfo(refreshed.body.access_token)).status).toBe(200)
})

describe('what is refused', () => {
  test('a code of another client, another address, another verifier', async () => {
    const verifier = client.randomPKCECodeVerifier()
    const challenge = await client.calculatePKCECodeChallenge(verifier)
    const good = { grant_type: 'authorization_code', redirect_uri: redirectUri, code_verifier: verifier }
    const wrong: Record<string, string>[] = [
      { ...good, client_id: 'other' },
      { ...good, redirect_uri: 'http://localhost:5173/other/' },
      { ...good, code_verifier: client.randomPKCECodeVerifier() },
      { grant_type: 'authorization_code', redirect_uri: redirectUri },
      { grant_type: 'authorization_code', code_verifier: verifier },
    ]
    const request = { code_challenge: challenge, code_challenge_method: 'S256' }
    for (const fields of wrong) {
      expect(await token({ ...fields, code: await codeFor(request) })).toMatchObject({
        status: 400,
        body: { error: 'invalid_grant' },
      })
    }
    expect((await token({ ...good, code: await codeFor(request) })).status).toBe(200)
  })

  test.each([
    [{}, 400, 'invalid_request'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ grant_type: 'authorization_code' }, 400, 'invalid_request'],
    [{ grant_type: 'authorization_code', code: 'x' }, 400, 'invalid_grant'],
    [{ grant_type: 'refresh_token' }, 400, 'invalid_grant'],
    [{ grant_type: 'refresh_token', refresh_token: 'x' }, 400, 'invalid_grant'],
    [{ grant_type: 'authorization_code', code: 'x', client_secret: '' }, 401, 'invalid_client'],
    [{ grant_type: 'authorization_code', code: 'x', client_id: '' }, 401, 'invalid_client'],
  ])('token request %o: %i %s', async (fields, status, error) => {
    const answer = await token(fields as Record<string, string>)
    expect([answer.status, answer.body.error]).toEqual([status, error])
    if (status === 401) expect(answer.headers.get('www-authenticate')).toContain('Basic')
  })

  test("a refresh token of another client, and one of the account's API", async () => {
    const { body } = await token({
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code: await codeFor(),
    })
    const fields = { grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' }
    expect((await token({ ...fields, client_id: 'other' })).body.error).toBe('invalid_grant')
    const form = { grant_type: 'password', client_id: clientId, username: 'u', password: 'p', scope: 'offline_access' }
    const account = await fetch(`${mock.origin}/connect/token`, { method: 'POST', body: new URLSearchParams(form) })
    const { refresh_token } = (await account.json()) as { refresh_token: string }
    expect((await token({ ...fields, refresh_token })).body.error).toBe('invalid_grant')
  })

  test('user information without a token, with a foreign one, and without a scope', async () => {
    const missing = await userInfo()
    expect([missing.status, missing.body.error, missing.challenge]).toEqual([
      401,
      'unauthorized',
      `Bearer realm="${issuer}"`,
    ])
    const foreign = await userInfo('x')
    expect([foreign.status, foreign.body.error]).toEqual([401, 'unauthorized'])
    expect(foreign.challenge).toContain('error="invalid_token"')
    const code = await codeFor({ scope: 'other' })
    const { body } = await token({ grant_type: 'authorization_code', redirect_uri: redirectUri, code })
    const lacking = await userInfo(body.access_token)
    expect([lacking.status, lacking.body.error]).toEqual([403, 'insufficient_scope'])
    expect(lacking.challenge).toContain('scope="get_user_info"')
  })

  test.each([
    [{ response_type: 'id_token token', scope: 'openid', nonce: 'n' }, 'unsupported_response_type'],
    [{ response_type: 'id_token', scope: 'openid' }, 'invalid_request'],
    [{ response_type: 'id_token', scope: 'get_user_info', nonce: 'n' }, 'invalid_scope'],
  ])('authorization request %o: %s in the fragment', async (parameters, error) => {
    const callback = await authorize({ redirect_uri: redirectUri, state: 'kept', ...parameters } as Record<
      string,
      string
    >)
    expect(callback.search).toBe('')
    const answer = Object.fromEntries(new URLSearchParams(callback.hash.slice(1)))
    expect(answer).toMatchObject({ error, state: 'kept', iss: issuer })
  })

  test('a challenge without its method goes back with an error', async () => {
    const callback = await authorize({ redirect_uri: redirectUri, code_challenge: 'x'.repeat(43) })
    expect(callback.searchParams.get('error')).toBe('invalid_request')
  })

  test.each(['client_id=', 'redirect_uri=nowhere', 'response_type=token'])('a page for %s', async (wrong) => {
    const query = new URLSearchParams({ response_type: 'code', client_id: clientId })
    const [name = '', value = ''] = wrong.split('=')
    query.set(name, value)
    const response = await fetch(`${issuer}/authorize?${query}`, { redirect: 'manual' })
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8'])
  })
})

test('the answers of the provider fit the contract', async () => {
  const metadata = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()
  expect(violations('getOauth2Configuration', '200', 'application/json', metadata)).toEqual([])
  const keys = await fetch(`${issuer}/jwks`)
  const mediaType = 'application/jwk-set+json'
  expect(keys.headers.get('content-type')).toBe(mediaType)
  expect(violations('getOauth2Keys', '200', mediaType, await keys.json())).toEqual([])
})

test('tokens of a chosen answer work as well', async () => {
  const { body } = await token({}, { prefer: 'example=openidWithRefreshToken' })
  expect((await userInfo(body.access_token)).body).toHaveProperty('sub')
  const refreshed = await token({ grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' })
  expect([refreshed.status, refreshed.body.scope]).toEqual([200, 'openid'])
})
