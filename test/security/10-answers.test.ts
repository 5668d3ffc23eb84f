import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { type Page, Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { Browser } from './support/browser.ts'
import { authorizeUrl, basic, obtainTokens, type Parameters, post, redeem, redirectUri } from './support/flow.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** A person who notes every answer on the way. */
class Witness extends Person {
  readonly answers: Page[] = []

  override async visit(address: string | URL, init: RequestInit = {}): Promise<Page> {
    const page = await super.visit(address, init)
    this.answers.push(page)
    return page
  }
}

describe('after a credential', () => {
  test('10: every redirect that follows a form is 303, so no browser posts it on', async () => {
    const client_id = await server.addApplication({ redirectUris: [redirectUri] })
    const browser = new Browser(server.issuer)
    const login = await browser.follow(await browser.get(authorizeUrl(server.issuer, { client_id })))
    const credentials = { username: 'testUserName', password: 'Abc.123456' }
    const signedIn = await browser.post('/Account/Login', browser.fieldsOf(login, credentials))
    const consent = await browser.follow(signedIn)
    const agreed = await browser.post('/Account/Consent', browser.fieldsOf(consent, { decision: 'allow' }))
    for (const { status, location } of [signedIn, agreed]) {
      expect([status, location]).toEqual([303, expect.stringMatching(/^\/connect\/authorize\//)])
    }
    const answer = await browser.follow(agreed)
    expect([answer.status, answer.location]).toEqual([303, expect.stringContaining('code=')])
    expect(
      (await browser.post('/connect/authorize', paramsOf(authorizeUrl(server.issuer, { client_id })))).status,
    ).toBe(303)
    const out = await browser.get('/connect/endsession')
    expect((await browser.post('/connect/endsession/confirm', browser.fieldsOf(out, { logout: 'yes' }))).status).toBe(
      303,
    )
  })
})

function paramsOf(url: URL): Parameters {
  return Object.fromEntries(url.searchParams)
}

describe('answers with something secret', () => {
  test('10: every page and every token answer is not stored, sends no referrer and names its type', async () => {
    const person = new Witness(server.issuer)
    const client_id = await server.addApplication({ redirectUris: [redirectUri] })
    const login = await person.visit(authorizeUrl(server.issuer, { client_id }))
    const consent = await person.signIn(login)
    await person.submit(consent, { decision: 'allow' })
    await person.visit('/usercenter')
    await person.visit('/Account/Login')
    await person.visit('/connect/device')
    await person.visit('/connect/endsession')
    await person.visit('/connect/authorize?client_id=unknown')
    await person.visit('/nowhere')
    for (const { url, headers } of person.answers) {
      expect([url.pathname, headers.get('cache-control')]).toEqual([url.pathname, expect.stringContaining('no-store')])
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test('10: so is every answer of the token endpoint and its relatives, good or bad', async () => {
    const { access_token: token } = await obtainTokens(server.issuer)
    const trusted = basic('trustedDemo', 'trusted.Demo.2026')
    const answers = [
      await redeem(server.issuer, 'x'),
      await post(server.issuer, '/connect/token', { grant_type: 'client_credentials' }, trusted),
      await post(server.issuer, '/connect/introspect', { token }, trusted),
      await post(server.issuer, '/connect/revocation', { token: 'x', client_id: 'TestClient' }),
      await post(server.issuer, '/connect/deviceauthorization', { client_id: 'TestClient' }),
      await contractFetch(new URL('/connect/userinfo', server.issuer), {
        headers: { authorization: `Bearer ${token}` },
      }),
      await contractFetch(new URL('/connect/userinfo', server.issuer)),
    ]
    for (const { url, headers } of answers) {
      expect([url, headers.get('cache-control')]).toEqual([url, expect.stringContaining('no-store')])
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })
})

describe('other origins', () => {
  const origin = 'https://attacker.example'
  const ask = (path: string, init: RequestInit = {}) =>
    contractFetch(new URL(path, server.issuer), {
      redirect: 'manual',
      ...init,
      headers: { origin, ...(init.headers as Record<string, string>) },
    })
  const preflight = {
    method: 'OPTIONS',
    headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  }

  test.each([
    '/connect/authorize',
    '/connect/authorize?client_id=TestClient',
    '/connect/endsession',
    '/connect/device',
    '/connect/checksession',
    '/usercenter',
    '/usercenter/checksession?returnUrl=http://localhost:5173/',
    '/Account/Login',
    '/Account/UserLogin',
    '/Account/Consent',
    '/',
    '/nowhere',
  ])('10: no page is readable by scripts of another origin: %s', async (path) => {
    for (const from of [origin, 'http://localhost:5173', 'null']) {
      for (const init of [{ headers: {} }, preflight]) {
        const { headers } = await ask(path, { ...init, headers: { ...init.headers, origin: from } })
        expect(headers.get('access-control-allow-origin')).toBeNull()
        expect(headers.get('access-control-allow-credentials')).toBeNull()
      }
    }
  })

  test('10: the token endpoint opens to origins of its client, and to no other', async () => {
    const from = async (value: string, fields: Parameters = {}) =>
      (
        await post(
          server.issuer,
          '/connect/token',
          { grant_type: 'refresh_token', refresh_token: 'x', client_id: 'TestClient', ...fields },
          { origin: value },
        )
      ).headers.get('access-control-allow-origin')
    expect(await from('http://localhost:5173')).toBe('http://localhost:5173')
    expect(await from(origin)).toBeNull()
    expect(await from('null')).toBeNull()
    expect(await from('http://localhost:5174')).toBeNull()
  })

  test('10: nothing is ever shared together with cookies', async () => {
    for (const path of [
      '/connect/userinfo',
      '/connect/token',
      '/Common/Getpubkeys',
      '/.well-known/openid-configuration',
      '/connect/introspect',
    ]) {
      const { headers } = await ask(path, preflight)
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    }
  })
})
