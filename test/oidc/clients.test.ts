import { decodeJwt } from 'jose'
import * as openid from 'openid-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { type Page, Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import type { StrictClient } from './support/strict-client.ts'
import { withOauth4webapi } from './support/with-oauth4webapi.ts'
import { withOpenidClient } from './support/with-openid-client.ts'

let server: TestServer
let person: Person

beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(() => {
  person = new Person(server.issuer)
})
afterAll(() => server.close())

const redirectUri = 'http://localhost:5173/login/callback/'
const afterLogout = 'http://localhost:5173/logout/callback/'
const scope = 'openid email profile offline_access ZMS.UserDetails.Read'
const sorted = (scopes: string | undefined) => scopes?.split(' ').sort()

/** Types a device's code in, compares, confirms and signs in. */
async function connectDevice(page: Page, userCode: string): Promise<Page> {
  const compare = await person.submit(page, { user_code: userCode })
  expect(compare.body).toContain(userCode)
  const next = await person.submit(compare, { confirm: 'yes' })
  return next.url.pathname === '/Account/Login' ? person.signIn(next) : next
}

describe.each([
  ['openid-client', withOpenidClient],
  ['oauth4webapi', withOauth4webapi],
])('%s', (_library, discover) => {
  let application: StrictClient
  let automation: StrictClient
  let backEnd: StrictClient

  beforeAll(async () => {
    application = await discover(server.issuer, 'TestClient')
    automation = await discover(server.issuer, 'testAutoClient', 'testAuto.2022')
    backEnd = await discover(server.issuer, 'trustedDemo', 'trusted.Demo.2026')
  })

  async function signIn() {
    const { url, exchange } = await application.authorization({ redirect_uri: redirectUri, scope })
    const page = await person.visit(url)
    const answer = page.url.pathname === '/Account/Login' ? await person.signIn(page) : page
    const tokens = await exchange(answer.url)
    return { ...tokens, sub: decodeJwt(tokens.id_token ?? '').sub ?? '', refreshToken: tokens.refresh_token ?? '' }
  }

  test('gets tokens with a code and PKCE, and reads userinfo with them', async () => {
    const tokens = await signIn()
    expect(tokens.expires_in).toBe(7200)
    expect(sorted(tokens.scope)).toEqual(sorted(scope))
    expect(await application.userInfo(tokens.access_token, tokens.sub)).toMatchObject({
      sub: tokens.sub,
      name: 'Test User',
      email: 'test@example.com',
    })
  })

  test('refreshes tokens, each time with a new refresh token', async () => {
    const first = await signIn()
    const second = await application.refresh(first.refreshToken)
    const third = await application.refresh(second.refresh_token ?? '')
    expect(new Set([first.refreshToken, second.refresh_token, third.refresh_token]).size).toBe(3)
    expect(sorted(third.scope)).toEqual(sorted(scope))
    await application.userInfo(third.access_token, first.sub)
  })

  test('gets a token of its own with client credentials, for its scopes only', async () => {
    const token = await backEnd.clientCredentials('ZMS.Users.Read ZMS.MNS.Send')
    expect(token.expires_in).toBe(3600)
    expect(sorted(token.scope)).toEqual(['ZMS.MNS.Send', 'ZMS.Users.Read'])
    expect(token).not.toHaveProperty('refresh_token')
    await expect(backEnd.clientCredentials('ZMS.OEMUsers.Read')).rejects.toMatchObject({ error: 'invalid_scope' })
  })

  test('gets tokens with a password, where the client is registered for it', async () => {
    const tokens = await automation.password('testUserName', 'Abc.123456', scope)
    expect(tokens.expires_in).toBe(7200)
    const { sub = '' } = decodeJwt(tokens.id_token ?? '')
    expect(await automation.userInfo(tokens.access_token, sub)).toMatchObject({ email: 'test@example.com' })
    const refreshed = await automation.refresh(tokens.refresh_token ?? '')
    await automation.userInfo(refreshed.access_token, sub)
    await expect(automation.password('testUserName', 'wrong', scope)).rejects.toMatchObject({ error: 'invalid_grant' })
    await expect(backEnd.password('testUserName', 'Abc.123456', 'openid')).rejects.toMatchObject({
      error: 'unauthorized_client',
    })
  })

  test('introspects access and refresh tokens', async () => {
    const tokens = await automation.password('testUserName', 'Abc.123456', scope)
    const { sub } = decodeJwt(tokens.id_token ?? '')
    expect(await automation.introspect(tokens.access_token)).toMatchObject({
      active: true,
      client_id: 'testAutoClient',
      sub,
      iss: server.issuer,
      exp: expect.any(Number),
    })
    expect(await automation.introspect(tokens.refresh_token ?? '')).toMatchObject({ active: true, sub })
    expect(await backEnd.introspect((await backEnd.clientCredentials('ZMS.Users.Read')).access_token)).toMatchObject({
      active: true,
      client_id: 'trustedDemo',
      scope: 'ZMS.Users.Read',
    })
    expect(await automation.introspect('no token at all')).toEqual({ active: false })
  })

  test('revokes an access token, and a refresh token with everything that came of it', async () => {
    const { access_token: own } = await backEnd.clientCredentials('ZMS.Users.Read')
    await backEnd.revoke(own)
    expect(await backEnd.introspect(own)).toEqual({ active: false })

    const tokens = await signIn()
    await application.revoke(tokens.access_token)
    await expect(application.userInfo(tokens.access_token, tokens.sub)).rejects.toMatchObject({ status: 401 })

    const others = await signIn()
    const { access_token: accessToken } = await application.refresh(others.refreshToken)
    await application.userInfo(accessToken, others.sub)
    await application.revoke(others.refreshToken)
    await expect(application.refresh(others.refreshToken)).rejects.toMatchObject({ error: 'invalid_grant' })
    await expect(application.userInfo(accessToken, others.sub)).rejects.toMatchObject({ status: 401 })
    await application.revoke('no token at all')
  })

  test('signs a person out', async () => {
    const { id_token: idToken = '' } = await signIn()
    const parameters = { id_token_hint: idToken, post_logout_redirect_uri: afterLogout, state: 'signed out' }
    const page = await person.visit(application.endSessionUrl(parameters))
    const answer = await person.submit(page, { logout: 'yes' })
    expect(answer.url.origin + answer.url.pathname).toBe(afterLogout)
    expect([...answer.url.searchParams]).toEqual([['state', 'signed out']])
    const { url } = await application.authorization({ redirect_uri: redirectUri, scope: 'openid' })
    expect((await person.visit(url)).url.pathname).toBe('/Account/Login')
  })

  test('connects a device whose code a person types in, confirms and signs in for', async () => {
    const device = await application.deviceAuthorization(scope)
    expect(device.expires_in).toBe(600)
    expect(device.verification_uri).toBe(`${server.issuer}/connect/device`)
    await expect(application.deviceTokens(device.device_code)).rejects.toMatchObject({ error: 'authorization_pending' })

    const done = await connectDevice(await person.visit(device.verification_uri), device.user_code)
    expect([done.status, done.url.pathname.startsWith('/connect/device/')]).toEqual([200, true])
    expect(done.body).not.toContain('<form')
    const tokens = await application.deviceTokens(device.device_code)
    expect(sorted(tokens.scope)).toEqual(sorted(scope))
    await application.userInfo(tokens.access_token, decodeJwt(tokens.id_token ?? '').sub ?? '')
    await application.refresh(tokens.refresh_token ?? '')
    await expect(application.deviceTokens(device.device_code)).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  test('connects no device that the person does not know', async () => {
    const device = await application.deviceAuthorization('openid')
    const filledIn = await person.visit(device.verification_uri_complete ?? '')
    expect(filledIn.body).toContain(`value="${device.user_code}"`)
    const compare = await person.submit(filledIn, { user_code: device.user_code })
    const refused = await person.submit(compare, { abort: 'yes' })
    expect(refused.body).toContain('<form')
    await expect(application.deviceTokens(device.device_code)).rejects.toMatchObject({ error: 'access_denied' })
  })
})

test('openid-client polls for the tokens of a device until the person has confirmed', async () => {
  const config = await openid.discovery(new URL(server.issuer), 'TestClient', undefined, openid.None(), {
    execute: [openid.allowInsecureRequests],
    [openid.customFetch]: contractFetch as openid.CustomFetch,
  })
  const device = await openid.initiateDeviceAuthorization(config, { scope: 'openid' })
  const [tokens] = await Promise.all([
    openid.pollDeviceAuthorizationGrant(config, { ...device, interval: 1 }),
    person.visit(device.verification_uri).then((page) => connectDevice(page, device.user_code)),
  ])
  expect(tokens.claims()?.aud).toBe('TestClient')
})
