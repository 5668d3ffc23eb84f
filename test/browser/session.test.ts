import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { callSite, launchChromium, signIn, siteResult, type Visitor, visit } from './support/chromium.ts'
import { type RelyingParty, startRelyingParty } from './support/relying-party.ts'

let browser: Browser
let server: TestServer
let site: RelyingParty
let stranger: RelyingParty
let visitor: Visitor

beforeAll(async () => {
  ;[browser, server, site, stranger] = await Promise.all([
    launchChromium(),
    startTestServer(),
    startRelyingParty(),
    startRelyingParty(),
  ])
  const clientId = await server.addApplication({
    firstParty: true,
    redirectUris: [site.redirectUri],
    postLogoutRedirectUris: [`${site.origin}/signed-out`],
    listenerOrigins: [site.origin],
  })
  site.use({ issuer: server.issuer, clientId })
  stranger.use({ issuer: server.issuer, clientId })
})
afterAll(async () => {
  await Promise.all([browser.close(), server.close(), site.close(), stranger.close()])
})

beforeEach(async () => {
  visitor = await visit(browser)
})
afterEach(() => visitor.context.close())

async function signInAtSite(): Promise<{ sub: string | undefined; sessionState: string | undefined }> {
  const { page } = visitor
  await page.goto(site.origin)
  await callSite(page, 'signIn()')
  await signIn(page)
  const { user, answer } = await siteResult(page)
  return { sub: user?.sub, sessionState: answer?.session_state }
}

function check(page: Page, settings: Record<string, unknown> = {}): Promise<unknown> {
  return page.evaluate(`OpenAccountSession.check(${JSON.stringify({ accountOrigin: server.issuer, ...settings })})`)
}

describe('/connect/checksession (OpenID Connect Session Management 1.0)', () => {
  test('unchanged while signed in, changed after the sign-out in another tab', async () => {
    const { page } = visitor
    await signInAtSite()
    expect(await callSite(page, 'sessionState()')).toBe('unchanged')
    const other = await visitor.context.newPage()
    await other.goto(site.origin)
    await callSite(other, 'signOut({ id_token_hint: site.idToken() })')
    await other.waitForURL(`${site.origin}/signed-out`)
    expect(await callSite(page, 'sessionState()')).toBe('changed')
    expect(visitor.problems).toEqual([])
  })

  test('unchanged after a second sign-in of the same person and after a sign-out thought better of', async () => {
    const { page } = visitor
    const { sessionState } = await signInAtSite()
    await page.goto(site.origin)
    await callSite(page, "signIn({ prompt: 'none' })")
    await siteResult(page)
    expect(await callSite(page, `sessionState(${JSON.stringify(sessionState)})`)).toBe('unchanged')
    await page.goto(`${server.issuer}/connect/endsession`)
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await page.getByRole('heading').waitFor()
    await page.goto(site.origin)
    expect(await callSite(page, `sessionState(${JSON.stringify(sessionState)})`)).toBe('unchanged')
    expect(visitor.problems).toEqual([])
  })

  test('changed after somebody else signed in', async () => {
    const { page } = visitor
    const { sessionState } = await signInAtSite()
    await callSite(page, "signIn({ prompt: 'login' })")
    await page.waitForURL('**/Account/Login?*')
    await signIn(page, 'zhangsan', 'Zhangsan.2026')
    await siteResult(page)
    expect(await callSite(page, 'sessionState()')).toBe('unchanged')
    expect(await callSite(page, `sessionState(${JSON.stringify(sessionState)})`)).toBe('changed')
  })

  test('an error for what is no session state, and nothing for an origin it was not made for', async () => {
    const { page } = visitor
    const { sessionState } = await signInAtSite()
    expect(await callSite(page, "sessionState('nonsense')")).toBe('error')
    await page.goto(stranger.origin)
    expect(await callSite(page, `sessionState(${JSON.stringify(sessionState)})`)).toBe('changed')
  })
})

describe('/usercenter/checksession (doc-2283443)', () => {
  test('tells a registered site who is signed in, and that nobody is', async () => {
    const { page } = visitor
    await page.goto(site.origin)
    expect(await check(page)).toEqual({ status: 'signed_out', guid: null })
    const { sub } = await signInAtSite()
    expect(await check(page)).toEqual({ status: 'signed_in', guid: sub })
    expect(await check(page, { returnUrl: `${site.origin}/any/page?query` })).toEqual({
      status: 'signed_in',
      guid: sub,
    })
    await callSite(page, 'signOut({ id_token_hint: site.idToken() })')
    await page.waitForURL(`${site.origin}/signed-out`)
    expect(await check(page)).toEqual({ status: 'signed_out', guid: null })
    expect(visitor.problems).toEqual([])
  })

  test('tells a site that is not registered nothing, neither for itself nor in the name of another', async () => {
    const { page } = visitor
    await signInAtSite()
    await page.goto(stranger.origin)
    const addresses = [`${stranger.origin}/`, `${site.origin}/`]
    const answers = await Promise.all(addresses.map((returnUrl) => check(page, { returnUrl, timeout: 1500 })))
    expect(answers).toEqual(addresses.map(() => ({ status: 'unknown', guid: null })))
    expect(await page.evaluate('site.messages')).toEqual([])
  })
})
