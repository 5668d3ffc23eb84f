import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import type { IDToken } from 'openid-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Person } from '../../support/person.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { secondsLater } from '../support/clock.ts'
import { claimsOf, consentTo, RelyingParty, redirectUri, silentAnswer } from '../support/relying-party.ts'

/** Modules of the Basic OP plan about the parameters of an authorization request; the others are in basic. */

let server: TestServer
let party: RelyingParty
let person: Person

beforeAll(async () => {
  server = await startTestServer()
  party = await RelyingParty.register(server)
})
beforeEach(() => {
  person = new Person(server.issuer)
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => server.close())

/** An id token tells when somebody signed in only if max_age asked for it (Core 2). */
const withAuthTime = { max_age: '10000' }

function signedInAt(claims: IDToken): number {
  if (claims.auth_time === undefined) throw new Error('the id token has no auth_time')
  return claims.auth_time
}

describe('when somebody is asked to sign in', () => {
  test('oidcc-prompt-login: whoever is signed in signs in again, at a later auth_time', async () => {
    const { claims: first } = await party.authorize(person, withAuthTime)
    secondsLater(5)
    const request = party.request({ ...withAuthTime, prompt: 'login' })
    const page = await person.visit(request.url)
    expect(page.url.pathname).toBe('/Account/Login')
    const second = claimsOf(await party.tokens(request, await consentTo(person, page)))
    expect(second.sub).toBe(first.sub)
    expect(second.auth_time).toBeGreaterThan(signedInAt(first))
  })

  test('oidcc-prompt-none-not-logged-in: nobody is asked, and the answer is login_required', async () => {
    const { url, checks } = party.request({ prompt: 'none' })
    const answer = await person.visit(url)
    expect(answer.url.href.startsWith(`${redirectUri}?`)).toBe(true)
    expect(answer.url.searchParams.get('error')).toBe('login_required')
    expect(answer.url.searchParams.get('state')).toBe(checks.expectedState)
  })

  test('oidcc-prompt-none-logged-in: nobody is asked, and the sign-in is the former one', async () => {
    const { claims: first } = await party.authorize(person, withAuthTime)
    secondsLater(5)
    const request = party.request({ ...withAuthTime, prompt: 'none' })
    const second = claimsOf(await party.tokens(request, await person.visit(request.url)))
    expect(second).toMatchObject({ sub: first.sub, auth_time: signedInAt(first) })
  })

  test('oidcc-max-age-1: a sign-in older than that is done again', async () => {
    const { claims: first } = await party.authorize(person, withAuthTime)
    secondsLater(2)
    const request = party.request({ max_age: '1' })
    const page = await person.visit(request.url)
    expect(page.url.pathname).toBe('/Account/Login')
    // The strict client refuses an id token whose auth_time is missing or older than max_age.
    const second = claimsOf(await party.tokens(request, await consentTo(person, page)))
    expect(second.auth_time).toBeGreaterThan(signedInAt(first))
  })

  test('oidcc-max-age-10000: a sign-in younger than that is enough', async () => {
    const { claims: first } = await party.authorize(person, withAuthTime)
    secondsLater(2)
    const request = party.request(withAuthTime)
    const second = claimsOf(await party.tokens(request, await person.visit(request.url)))
    expect(second).toMatchObject({ sub: first.sub, auth_time: signedInAt(first) })
  })

  test('oidcc-id-token-hint: the person of the hint is not asked again', async () => {
    const { tokens, claims } = await party.authorize(person)
    const request = party.request({ prompt: 'none', id_token_hint: tokens.id_token ?? '' })
    expect(claimsOf(await party.tokens(request, await person.visit(request.url))).sub).toBe(claims.sub)

    const other = new Person(server.issuer)
    await consentTo(other, await other.visit(party.request().url), 'zhangsan', 'Zhangsan.2026')
    const refused = await other.visit(party.request({ prompt: 'none', id_token_hint: tokens.id_token ?? '' }).url)
    expect(refused.url.searchParams.get('error')).toBe('login_required')
  })

  test('oidcc-login-hint: the sign-in page has the hinted name filled in', async () => {
    const request = party.request({ login_hint: 'testUserName' })
    const page = await person.visit(request.url)
    expect(page.body).toMatch(/<input[^>]*name="username"[^>]*value="testUserName"/)
    await party.tokens(request, await consentTo(person, page))
  })
})

describe('parameters that change nothing, or only the page', () => {
  test.each([
    ['oidcc-display-page: display=page is taken', { display: 'page' }],
    ['oidcc-display-popup: display=popup is taken', { display: 'popup' }],
    ['oidcc-claims-locales: claims_locales is taken', { claims_locales: 'se' }],
    ['oidcc-ensure-request-with-unknown-parameter-succeeds: an unknown parameter is ignored', { extra: 'foobar' }],
    ['oidcc-ensure-request-with-acr-values-succeeds: acr_values that nobody knows are ignored', { acr_values: '1 2' }],
    [
      'oidcc-claims-essential: the claims parameter is not offered, and ignored',
      { claims: JSON.stringify({ userinfo: { name: { essential: true } } }) },
    ],
  ])('%s', async (_name, parameters) => {
    const { tokens, claims } = await party.authorize(person, parameters)
    expect(await party.userInfo(tokens.access_token, claims.sub)).toEqual({ sub: claims.sub })
    expect(claims).not.toHaveProperty('acr')
    const metadata = party.config.serverMetadata()
    expect(metadata.claims_parameter_supported ?? false).toBe(false)
    expect(metadata.acr_values_supported).toBeUndefined()
  })

  test('oidcc-ui-locales: the page is in the first language it knows, whatever else is asked for', async () => {
    for (const [locales, lang] of [
      ['zh-CN en', 'zh'],
      ['se', 'en'],
      ['se zh', 'zh'],
    ] as const) {
      const visitor = new Person(server.issuer)
      const request = party.request({ ui_locales: locales })
      const page = await visitor.visit(request.url)
      expect([locales, /<html[^>]* lang="([a-z]+)/.exec(page.body)?.[1]]).toEqual([locales, lang])
      await party.tokens(request, await consentTo(visitor, page))
    }
  })
})

describe('how a request arrives', () => {
  test('oidcc-ensure-registered-redirect-uri: nobody is sent to an address that is not registered', async () => {
    for (const address of [
      `${redirectUri}/`,
      `${redirectUri}?query=added`,
      redirectUri.toUpperCase(),
      'http://localhost:5174/callback',
      'https://attacker.example/callback',
    ]) {
      const page = await person.visit(party.request({ redirect_uri: address }).url)
      expect([address, page.status, page.url.origin]).toEqual([address, 400, server.issuer])
      expect(page.body).toContain('invalid_redirect_uri')
      expect(page.body).not.toContain(`href="${address}`)
    }
  })

  test('oidcc-ensure-post-request-succeeds: the request may be posted', async () => {
    const { url, checks } = party.request()
    const page = await person.visit(url.origin + url.pathname, { method: 'POST', body: url.searchParams })
    expect(page.url.pathname).toBe('/Account/Login')
    await party.tokens({ url, checks }, await consentTo(person, page))
  })

  test('oidcc-server with response_mode=form_post: the answer is a form that sends itself to the application', async () => {
    const { url, checks } = party.request({ response_mode: 'form_post' })
    const page = await consentTo(person, await person.visit(url))
    expect([page.status, page.url.origin]).toEqual([200, server.issuer])
    expect(/<form[^>]* action="([^"]*)"/.exec(page.body)?.[1]).toBe(redirectUri)
    const answer = new URL(redirectUri)
    for (const [, name = '', value = ''] of page.body.matchAll(/<input[^>]* name="([^"]*)" value="([^"]*)"/g)) {
      answer.searchParams.set(name, value)
    }
    expect([...answer.searchParams.keys()].sort()).toEqual(['code', 'iss', 'session_state', 'state'])
    await party.tokens({ url, checks }, { ...page, url: answer })
  })

  test('oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported: request_uri is refused', async () => {
    expect(party.config.serverMetadata().request_uri_parameter_supported).toBe(false)
    const { url, checks } = party.request({ request_uri: 'https://relying-party.example/request.jwt' })
    const { searchParams } = (await person.visit(url)).url
    expect(searchParams.get('error')).toBe('request_uri_not_supported')
    expect(searchParams.get('state')).toBe(checks.expectedState)
  })

  test('oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported: it is refused', async () => {
    expect(party.config.serverMetadata().request_parameter_supported).toBe(false)
    const { url, checks } = party.request()
    const request = new UnsecuredJWT({ ...Object.fromEntries(url.searchParams), client_id: party.clientId })
    url.searchParams.set('request', request.setIssuer(party.clientId).setAudience(server.issuer).encode())
    const { searchParams } = (await person.visit(url)).url
    expect(searchParams.get('error')).toBe('request_not_supported')
    expect(searchParams.get('state')).toBe(checks.expectedState)
  })

  test('oidcc-ensure-request-object-with-redirect-uri: an address in a request object is never followed', async () => {
    const { url } = party.request()
    const { privateKey } = await generateKeyPair('RS256')
    const request = new SignJWT({ redirect_uri: 'https://attacker.example/callback', client_id: party.clientId })
    url.searchParams.set('request', await request.setProtectedHeader({ alg: 'RS256' }).sign(privateKey))
    const answer = await person.visit(url)
    expect(answer.url.href.startsWith(`${redirectUri}?`)).toBe(true)
    expect(answer.url.searchParams.get('error')).toBe('request_not_supported')
    expect(await silentAnswer(party, person)).toBe('login_required')
  })
})
