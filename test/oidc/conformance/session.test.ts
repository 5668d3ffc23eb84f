import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contractFetch } from '../../support/contract-fetch.ts'
import { type Page, Person } from '../../support/person.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { consentTo, RelyingParty, redirectUri, signedOutUri } from '../support/relying-party.ts'

let server: TestServer
let party: RelyingParty
let person: Person
let frame: string

beforeAll(async () => {
  server = await startTestServer()
  party = await RelyingParty.register(server)
  frame = String(party.config.serverMetadata().check_session_iframe)
})
beforeEach(() => {
  person = new Person(server.issuer)
})
afterAll(() => server.close())

/** What the session frame says to a relying party: Session Management 1.0 sections 2 and 3.2, worked out by ourselves. */
function frameAnswer(sessionState: string, asking: { clientId: string; origin: string }): 'changed' | 'unchanged' {
  const salt = sessionState.split('.')[1] ?? ''
  const browserState = person.cookie('oa_browser_state') ?? ''
  const expected = createHash('sha256')
    .update(`${asking.clientId} ${asking.origin} ${browserState} ${salt}`)
    .digest('base64url')
  return sessionState === `${expected}.${salt}` ? 'unchanged' : 'changed'
}

const relyingParty = () => ({ clientId: party.clientId, origin: new URL(redirectUri).origin })
const sessionStateOf = (answer: Page) => answer.url.searchParams.get('session_state') ?? ''

async function signIn(username?: string, password?: string): Promise<string> {
  const answer = await consentTo(person, await person.visit(party.request().url), username, password)
  expect(sessionStateOf(answer)).toMatch(/^[\w-]{43}\.[\w-]{16,}$/)
  return sessionStateOf(answer)
}

async function toSignOutPage(idToken?: string): Promise<Page> {
  const query = new URLSearchParams(idToken ? { id_token_hint: idToken, post_logout_redirect_uri: signedOutUri } : {})
  return person.visit(`${party.endpoint('end_session_endpoint')}?${query}`)
}

describe('the frame of the provider', () => {
  test('oidcc-session-management-discovery-endpoint-verification: frame and end session address are published', () => {
    expect(frame).toBe(`${server.issuer}/connect/checksession`)
    expect(party.endpoint('end_session_endpoint')).toBe(`${server.issuer}/connect/endsession`)
  })

  test('any site may frame it, and its one script is served', async () => {
    const answer = await contractFetch(frame)
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(answer.headers.has('x-frame-options')).toBe(false)
    const script = /<script[^>]* src="([^"]+)"/.exec(await answer.text())?.[1] ?? ''
    const served = await fetch(new URL(script, frame))
    expect([served.status, served.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^text\/javascript/),
    ])
  })
})

describe('the session state', () => {
  test('oidcc-session-management-rp-initiated-logout: it stands until the logout, and not after it', async () => {
    const { answer, tokens } = await party.authorize(person)
    const sessionState = sessionStateOf(answer)
    expect(frameAnswer(sessionState, relyingParty())).toBe('unchanged')
    const signedOut = await person.submit(await toSignOutPage(tokens.id_token), { logout: 'yes' })
    expect(signedOut.url.href).toBe(signedOutUri)
    expect(person.cookie('oa_browser_state')).toBeUndefined()
    expect(frameAnswer(sessionState, relyingParty())).toBe('changed')
  })

  test('another authorization in the same session leaves it standing, with another salt', async () => {
    const first = await signIn()
    const second = await signIn()
    expect(second).not.toBe(first)
    expect(frameAnswer(first, relyingParty())).toBe('unchanged')
    expect(frameAnswer(second, relyingParty())).toBe('unchanged')
  })

  test('it is of use to its client at its origin alone', async () => {
    const sessionState = await signIn()
    expect(frameAnswer(sessionState, { ...relyingParty(), clientId: 'TestClient' })).toBe('changed')
    expect(frameAnswer(sessionState, { ...relyingParty(), origin: 'http://localhost:5174' })).toBe('changed')
  })

  test('it falls when somebody else signs in, and when the same person does anew after a logout', async () => {
    const first = await signIn()
    await person.submit(await toSignOutPage(), { logout: 'yes' })
    const second = await signIn('zhangsan', 'Zhangsan.2026')
    expect(frameAnswer(first, relyingParty())).toBe('changed')
    expect(frameAnswer(second, relyingParty())).toBe('unchanged')
    await person.submit(await toSignOutPage(), { logout: 'yes' })
    await signIn()
    expect(frameAnswer(first, relyingParty())).toBe('changed')
  })

  test('it stands when the person decides to stay', async () => {
    const sessionState = await signIn()
    await person.submit(await toSignOutPage(), {})
    expect(frameAnswer(sessionState, relyingParty())).toBe('unchanged')
  })

  test('the cookie it is made of says nothing about session or person', async () => {
    const { claims } = await party.authorize(person)
    const browserState = person.cookie('oa_browser_state') ?? ''
    expect(Buffer.from(browserState, 'base64url')).toHaveLength(32)
    expect(browserState).not.toContain(claims.sub)
    expect(browserState).not.toContain(person.cookie('_session') ?? '')
  })

  test('a sign-in page without an application sets it as well', async () => {
    const before = await signIn()
    await person.submit(await toSignOutPage(), { logout: 'yes' })
    await person.signIn(await person.visit('/Account/Login'))
    expect(person.cookie('oa_browser_state')).toMatch(/^[\w-]{43}$/)
    expect(frameAnswer(before, relyingParty())).toBe('changed')
    const silent = await person.visit(party.request({ prompt: 'none' }).url)
    expect(silent.url.searchParams.get('error')).toBe('consent_required')
  })
})
