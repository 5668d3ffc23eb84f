import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let config: client.Configuration

const redirectUri = 'http://localhost:5173/login/callback/'
const scope = 'openid email phone profile offline_access ZMS.UserDetails.Read'

beforeAll(async () => {
  server = await startTestServer()
  config = await client.discovery(new URL(server.issuer), 'TestClient', undefined, client.None(), {
    execute: [client.allowInsecureRequests],
    [client.customFetch]: contractFetch as client.CustomFetch,
  })
})
afterAll(() => server.close())

describe('authorization code with PKCE, by a strict OpenID client', () => {
  test('signs a person in and gets tokens that live as documented', async () => {
    const verifier = client.randomPKCECodeVerifier()
    const state = client.randomState()
    const nonce = client.randomNonce()
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    const person = new Person(server.issuer)
    const loginPage = await person.visit(url)
    expect(loginPage.url.pathname).toBe('/Account/Login')
    const answer = await person.signIn(loginPage)
    expect(answer.url.href).toContain(redirectUri)
    expect(answer.url.searchParams.get('session_state')).toMatch(/^[\w-]{43}\.[\w-]+$/)

    const tokens = await client.authorizationCodeGrant(config, answer.url, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
    })
    expect(tokens.expires_in).toBe(7200)
    expect(tokens.scope?.split(' ').sort()).toEqual(scope.split(' ').sort())
    const claims = tokens.claims()
    const userInfo = await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '')
    expect(userInfo).toMatchObject({ email: 'test@example.com', phone_number: '+8613800000001', name: 'Test User' })

    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)
    await client.fetchUserInfo(config, refreshed.access_token, claims?.sub ?? '')
  })
})
