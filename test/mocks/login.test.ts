import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './contract.ts'
import { type RunningMock, startMock } from './start.ts'

const redirectUri = 'http://localhost:5173/login/callback/'
const scope = 'openid profile offline_access'
let mock: RunningMock
let config: client.Configuration

beforeAll(async () => {
  mock = await startMock()
  config = await client.discovery(new URL(mock.origin), 'TestClient', undefined, client.None(), {
    execute: [client.allowInsecureRequests],
  })
})
afterAll(() => mock.stop())

/** Opens the authorization address as a browser would, and gives the address it is sent back to. */
async function authorize(parameters: Record<string, string>): Promise<URL> {
  const response = await fetch(client.buildAuthorizationUrl(config, parameters), { redirect: 'manual' })
  expect(response.status).toBe(303)
  return new URL(response.headers.get('location') ?? '')
}

async function token(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${mock.origin}/connect/token`, { method: 'POST', body: new URLSearchParams(fields), headers })
}

test('openid-client walks discovery, code with PKCE, userinfo, refresh and sign-out', async () => {
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  const nonce = client.randomNonce()
  const callback = await authorize({
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
  const tokens = await client.authorizationCodeGrant(config, callback, checks)
  const subject = tokens.claims()?.sub ?? ''
  expect(subject).not.toBe('')
  const user = await client.fetchUserInfo(config, tokens.access_token, subject)
  expect(violations('getUserInfo', '200', 'application/json', user)).toEqual([])

  const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
  expect(refreshed.claims()?.sub).toBe(subject)
  expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)

  const end = client.buildEndSessionUrl(config, {
    post_logout_redirect_uri: 'http://localhost:5173/logout/callback/',
    id_token_hint: tokens.id_token ?? '',
    state: 'bye',
  })
  const signedOut = await fetch(end, { redirect: 'manual' })
  expect(signedOut.headers.get('location')).toBe('http://localhost:5173/logout/callback/?state=bye')

  const again = client.authorizationCodeGrant(config, callback, checks)
  await expect(again).rejects.toMatchObject({ error: 'invalid_grant' })
})

test('a back-end gets its own token, a user by password, and both are introspected', async () => {
  const trusted = await client.discovery(
    new URL(mock.origin),
    'trustedDemo',
    undefined,
    client.ClientSecretBasic('s'),
    {
      execute: [client.allowInsecureRequests],
    },
  )
  const own = await client.clientCredentialsGrant(trusted, { scope: 'ZMS.Users.Read' })
  const byPassword = await client.genericGrantRequest(trusted, 'password', { username: 'u', password: 'p', scope })
  for (const { access_token } of [own, byPassword]) {
    const state = await client.tokenIntrospection(trusted, access_token)
    expect(state).toMatchObject({ active: true, client_id: 'trustedDemo' })
    expect(violations('introspectToken', '200', 'application/json', state)).toEqual([])
  }
  expect(await client.tokenIntrospection(trusted, 'other')).toEqual({ active: false })
})

test('what the login answers itself fits the contract', async () => {
  const fields = { grant_type: 'password', client_id: 'c', client_secret: 's', username: 'u', password: 'p', scope }
  const tokens = await (await token(fields)).json()
  expect(violations('issueToken', '200', 'application/json', tokens)).toEqual([])
  const keys = await fetch(`${mock.origin}/.well-known/openid-configuration/jwks`)
  expect(keys.headers.get('content-type')).toBe('application/jwk-set+json')
  expect(violations('getJsonWebKeySet', '200', 'application/jwk-set+json', await keys.json())).toEqual([])
  const metadata = await fetch(`${mock.origin}/.well-known/openid-configuration`)
  const body = await metadata.json()
  expect(violations('getServiceConfiguration', '200', 'application/json', body)).toEqual([])
  expect(JSON.stringify(body)).not.toContain('accounts.example.com')
})

test('a device gets its tokens, unless the request asks for another answer', async () => {
  const fields = {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: 'TestClient',
    device_code: 'GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS',
  }
  expect((await token(fields)).status).toBe(200)
  const pending = await token(fields, { prefer: 'example=authorizationPending' })
  expect(await pending.json()).toMatchObject({ error: 'authorization_pending' })
})

test('a code is bound to its client, its address and its verifier', async () => {
  const verifier = client.randomPKCECodeVerifier()
  const challenge = await client.calculatePKCECodeChallenge(verifier)
  const good = { client_id: 'TestClient', redirect_uri: redirectUri, code_verifier: verifier }
  const wrong = [
    { ...good, client_id: 'OtherClient' },
    { ...good, redirect_uri: 'http://localhost:5173/other/' },
    { ...good, code_verifier: client.randomPKCECodeVerifier() },
  ]
  for (const fields of wrong) {
    const callback = await authorize({
      redirect_uri: redirectUri,
      scope,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    })
    const code = callback.searchParams.get('code') ?? ''
    const response = await token({ grant_type: 'authorization_code', code, ...fields })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' })
  }
})

test('an authorization request without PKCE or for another response type gets its error by redirect', async () => {
  const noChallenge = await authorize({ redirect_uri: redirectUri, scope, state: 'kept' })
  expect(Object.fromEntries(noChallenge.searchParams)).toMatchObject({
    error: 'invalid_request',
    state: 'kept',
    iss: mock.origin,
  })
  const implicit = await authorize({ redirect_uri: redirectUri, scope, response_type: 'id_token' })
  expect(implicit.searchParams.get('error')).toBe('unsupported_response_type')
})

test('the answer travels in the fragment or in a form when that is asked for', async () => {
  const parameters = {
    redirect_uri: redirectUri,
    scope,
    state: '"><b>',
    code_challenge: await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier()),
    code_challenge_method: 'S256',
  }
  const fragment = await authorize({ ...parameters, response_mode: 'fragment' })
  expect(new URLSearchParams(fragment.hash.slice(1)).get('code')).toMatch(/\S/)
  expect(fragment.search).toBe('')
  const page = await fetch(client.buildAuthorizationUrl(config, { ...parameters, response_mode: 'form_post' }))
  const markup = await page.text()
  expect(markup).toContain('name="code"')
  expect(markup).not.toContain('"><b>')
})

test.each([
  [{ grant_type: 'magic', client_id: 'c' }, 400, 'unsupported_grant_type'],
  [{ client_id: 'c' }, 400, 'invalid_request'],
  [{ grant_type: 'authorization_code', client_id: 'c' }, 400, 'invalid_request'],
  [{ grant_type: 'client_credentials', client_id: 'c' }, 401, 'invalid_client'],
  [{ grant_type: 'refresh_token', client_id: 'c', refresh_token: 'x' }, 400, 'invalid_grant'],
])('the token endpoint refuses %o with %i %s', async (fields, status, error) => {
  const response = await token(fields as Record<string, string>)
  expect(response.status).toBe(status)
  const body = (await response.json()) as { error: string }
  expect(body.error).toBe(error)
  expect(violations('issueToken', String(status), 'application/json', body)).toEqual([])
})

test('a refresh cannot widen the scope', async () => {
  const fields = { client_id: 'c', client_secret: 's' }
  const first = await token({ ...fields, grant_type: 'password', username: 'u', password: 'p', scope })
  const { refresh_token } = (await first.json()) as { refresh_token: string }
  const wider = await token({ ...fields, grant_type: 'refresh_token', refresh_token, scope: 'openid ZMS.Users.Read' })
  expect(await wider.json()).toMatchObject({ error: 'invalid_scope' })
})
