import { decodeJwt, generateKeyPair, SignJWT } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Page, Person } from '../../support/person.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { RelyingParty, signedOutUri, silentAnswer } from '../support/relying-party.ts'

let server: TestServer
let party: RelyingParty
let person: Person
let idToken: string

beforeAll(async () => {
  server = await startTestServer()
  party = await RelyingParty.register(server)
})
beforeEach(async () => {
  person = new Person(server.issuer)
  const { tokens } = await party.authorize(person)
  idToken = tokens.id_token ?? ''
  expect(await silentAnswer(party, person)).toBe('code')
})
afterAll(() => server.close())

/** Opens the end session address with just these parameters. */
function endSession(parameters: Record<string, string>): Promise<Page> {
  return person.visit(`${party.endpoint('end_session_endpoint')}?${new URLSearchParams(parameters)}`)
}

/** The page that sends itself on at once in a browser with scripts: nobody is asked. */
const sendsItselfOn = (page: Page) => /<form[^>]*\sdata-auto-submit/.test(page.body)
const signOut = (page: Page) => person.submit(page, { logout: 'yes' })

async function expectRefusal(page: Page): Promise<void> {
  expect([page.status, page.url.origin]).toEqual([400, server.issuer])
  expect(page.body).toContain('invalid_request')
  expect(page.body).not.toContain('<form')
  expect(await silentAnswer(party, person)).toBe('code')
}

async function expectSignedOutPage(page: Page): Promise<void> {
  expect([page.status, page.url.href]).toEqual([200, `${server.issuer}/connect/endsession/success`])
  expect(page.body).toMatch(/signed out/i)
  expect(await silentAnswer(party, person)).toBe('login_required')
}

describe('with a valid id_token_hint nobody is asked', () => {
  test('oidcc-rp-initiated-logout-discovery-endpoint-verification: the end session address is published', () => {
    expect(party.endpoint('end_session_endpoint')).toBe(`${server.issuer}/connect/endsession`)
  })

  test('oidcc-rp-initiated-logout: the person is signed out and comes back with the state', async () => {
    const url = client.buildEndSessionUrl(party.config, {
      id_token_hint: idToken,
      post_logout_redirect_uri: signedOutUri,
      state: 'state of the logout',
    })
    const page = await person.visit(url)
    expect(sendsItselfOn(page)).toBe(true)
    const answer = await signOut(page)
    expect(answer.url.origin + answer.url.pathname).toBe(signedOutUri)
    expect([...answer.url.searchParams]).toEqual([['state', 'state of the logout']])
    expect(await silentAnswer(party, person)).toBe('login_required')
  })

  test('oidcc-rp-initiated-logout: the request may be posted too (RP-Initiated Logout 1.0 section 2)', async () => {
    const body = new URLSearchParams({
      id_token_hint: idToken,
      post_logout_redirect_uri: signedOutUri,
      state: 'posted',
    })
    const page = await person.visit(party.endpoint('end_session_endpoint'), { method: 'POST', body })
    expect((await signOut(page)).url.href).toBe(`${signedOutUri}?state=posted`)
    expect(await silentAnswer(party, person)).toBe('login_required')
  })

  test('oidcc-rp-initiated-logout-no-state: the answer has no state then', async () => {
    const page = await endSession({ id_token_hint: idToken, post_logout_redirect_uri: signedOutUri })
    expect(sendsItselfOn(page)).toBe(true)
    expect((await signOut(page)).url.href).toBe(signedOutUri)
    expect(await silentAnswer(party, person)).toBe('login_required')
  })

  test('oidcc-rp-initiated-logout-no-post-logout-redirect-uri: the person stays on a page that says so', async () => {
    const page = await endSession({ id_token_hint: idToken, state: 'unused' })
    expect(sendsItselfOn(page)).toBe(true)
    await expectSignedOutPage(await signOut(page))
  })
})

describe('without a hint the person is asked, and nobody is redirected', () => {
  test.each([
    ['oidcc-rp-initiated-logout-no-id-token-hint', { post_logout_redirect_uri: signedOutUri, state: 'unused' }],
    ['oidcc-rp-initiated-logout-no-params', {}],
    ['oidcc-rp-initiated-logout-only-state', { state: 'unused' }],
  ])('%s: asked, signed out, told so', async (_name, parameters) => {
    const page = await endSession(parameters as Record<string, string>)
    expect([page.status, sendsItselfOn(page)]).toEqual([200, false])
    expect(await silentAnswer(party, person)).toBe('code')
    await expectSignedOutPage(await signOut(await endSession(parameters as Record<string, string>)))
  })

  test('the hint of somebody else does not sign a person out unasked', async () => {
    const other = new Person(server.issuer)
    const page = await other.visit(party.request().url)
    await other.submit(await other.signIn(page, 'zhangsan', 'Zhangsan.2026'), { decision: 'allow' })
    const asked = await other.visit(`${party.endpoint('end_session_endpoint')}?id_token_hint=${idToken}`)
    expect(sendsItselfOn(asked)).toBe(false)
    expect(await silentAnswer(party, other)).toBe('code')
  })
})

describe('a request that is not in order is refused and signs nobody out', () => {
  test('oidcc-rp-initiated-logout-bad-post-logout-redirect-uri: an address that is not registered', async () => {
    await expectRefusal(
      await endSession({ id_token_hint: idToken, post_logout_redirect_uri: 'https://attacker.example/', state: 'x' }),
    )
  })

  test('oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri: a query nobody registered', async () => {
    await expectRefusal(
      await endSession({ id_token_hint: idToken, post_logout_redirect_uri: `${signedOutUri}?foo=bar`, state: 'x' }),
    )
  })

  test('oidcc-rp-initiated-logout-modified-id-token-hint: a hint whose signature does not match', async () => {
    const [head, , signature] = idToken.split('.')
    const body = Buffer.from(JSON.stringify({ ...decodeJwt(idToken), sub: 'somebody else' })).toString('base64url')
    await expectRefusal(
      await endSession({ id_token_hint: `${head}.${body}.${signature}`, post_logout_redirect_uri: signedOutUri }),
    )
  })

  test('oidcc-rp-initiated-logout-bad-id-token-hint: a hint that is no token, or signed by another key', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    const foreign = await new SignJWT(decodeJwt(idToken)).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
    for (const hint of ['bad', `${idToken}bad`, foreign]) {
      await expectRefusal(await endSession({ id_token_hint: hint, post_logout_redirect_uri: signedOutUri }))
    }
  })
})
