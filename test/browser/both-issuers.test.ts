import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import {
  callSite,
  launchChromium,
  type SiteResult,
  signIn,
  siteResult,
  type Visitor,
  visit,
} from './support/chromium.ts'
import { type RelyingParty, startRelyingParty } from './support/relying-party.ts'

let browser: Browser
let server: TestServer
/** A site that signs people in with the Account API's issuer, and one that does with OneAccess'. */
let sites: Record<'account' | 'oneaccess', RelyingParty>
let issuers: Record<keyof typeof sites, string>
let visitor: Visitor

beforeAll(async () => {
  const [account, oneaccess] = await Promise.all([startRelyingParty(), startRelyingParty()])
  sites = { account, oneaccess }
  ;[browser, server] = await Promise.all([launchChromium(), startTestServer()])
  issuers = { account: server.issuer, oneaccess: `${server.issuer}/api/v1/oauth2` }
  for (const name of ['account', 'oneaccess'] as const) {
    const { redirectUri, use } = sites[name]
    const clientId = await server.addApplication({ name, firstParty: true, redirectUris: [redirectUri] })
    use({ issuer: issuers[name], clientId, scope: 'openid' })
  }
})
afterAll(async () => {
  await Promise.all([browser.close(), server.close(), sites.account.close(), sites.oneaccess.close()])
})

beforeEach(async () => {
  visitor = await visit(browser)
})
afterEach(async () => {
  await visitor.context.close()
  expect(visitor.problems).toEqual([])
})

/** Leaves a site for its sign-in. */
async function beginAt(name: keyof typeof sites, parameters = ''): Promise<void> {
  await visitor.page.goto(sites[name].origin)
  await callSite(visitor.page, `signIn(${parameters})`)
}

/** What a site learns without asking anybody. */
async function silentlyAt(name: keyof typeof sites): Promise<SiteResult> {
  await beginAt(name, "{ prompt: 'none' }")
  return siteResult(visitor.page)
}

describe.each([
  ['account', 'oneaccess'],
  ['oneaccess', 'account'],
] as const)('a person who signs in at a site of the issuer %s', (first, second) => {
  test(`is signed in at one of ${second} without being asked, as the same person`, async () => {
    const { page } = visitor
    await beginAt(first)
    await page.waitForURL('**/Account/Login?*')
    await signIn(page)
    const { failure, user } = await siteResult(page)
    expect([failure, user?.iss]).toEqual([undefined, issuers[first]])

    const silent = await silentlyAt(second)
    expect(silent.user).toMatchObject({ sub: user?.sub, iss: issuers[second] })
    // Nor is anybody asked who lets the site ask.
    await beginAt(second)
    expect((await siteResult(page)).user?.sub).toBe(user?.sub)
    const cookies = (await visitor.context.cookies(server.issuer)).filter(({ name }) => name === '_session')
    expect(cookies).toMatchObject([{ path: '/' }])
  })

  test('is signed out of both at once', async () => {
    const { page } = visitor
    await beginAt(first)
    await signIn(page)
    await siteResult(page)
    expect((await silentlyAt(second)).answer?.code).toBeDefined()

    await page.goto(`${server.issuer}/connect/endsession`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Signed out' }).waitFor()
    for (const name of [first, second]) expect((await silentlyAt(name)).answer?.error).toBe('login_required')
  })
})

test('windows of both issuers that began before anybody signed in both finish', async () => {
  const windows = [
    ['account', visitor.page],
    ['oneaccess', await visitor.context.newPage()],
  ] as const
  for (const [name, page] of windows) {
    await page.goto(sites[name].origin)
    await callSite(page, 'signIn()')
    await page.waitForURL('**/Account/Login?*')
  }
  for (const [name, page] of windows) {
    await signIn(page)
    expect((await siteResult(page)).user?.iss).toBe(issuers[name])
  }
})

test('an application of OneAccess that is not the platform asks for consent on the same page', async () => {
  const { page } = visitor
  const site = await startRelyingParty()
  const clientId = await server.addApplication({ name: 'Somebody else', redirectUris: [site.redirectUri] })
  site.use({ issuer: issuers.oneaccess, clientId, scope: 'openid' })
  await page.goto(site.origin)
  await callSite(page, 'signIn()')
  await signIn(page)
  await page.waitForURL('**/Account/Consent?*')
  expect(await page.locator('main').textContent()).toContain('Somebody else')
  await page.locator('button[value=allow]').click()
  expect((await siteResult(page)).user?.iss).toBe(issuers.oneaccess)
  await site.close()
})
