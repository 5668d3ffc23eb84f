import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { callSite, launchChromium, signIn, siteResult, type Visitor, visit } from './support/chromium.ts'
import { type RelyingParty, startRelyingParty } from './support/relying-party.ts'

let browser: Browser
let server: TestServer
let site: RelyingParty
let visitor: Visitor

beforeAll(async () => {
  ;[browser, server, site] = await Promise.all([launchChromium(), startTestServer(), startRelyingParty()])
  const clientId = await server.addApplication({
    name: 'Own site',
    firstParty: true,
    redirectUris: [site.redirectUri],
    postLogoutRedirectUris: [`${site.origin}/signed-out`],
  })
  site.use({ issuer: server.issuer, clientId })
})
afterAll(async () => {
  await Promise.all([browser.close(), server.close(), site.close()])
})

beforeEach(async () => {
  visitor = await visit(browser)
})
afterEach(async () => {
  await visitor.context.close()
  expect(visitor.problems).toEqual([])
})

async function signInAtSite(): Promise<void> {
  const { page } = visitor
  await page.goto(site.origin)
  await callSite(page, 'signIn()')
  await signIn(page)
  await siteResult(page)
}

/** Whether somebody is signed in, as the site learns it without asking anybody. */
async function silentAnswer(): Promise<string> {
  const { page } = visitor
  await page.goto(site.origin)
  await callSite(page, "signIn({ prompt: 'none' })")
  const { answer } = await siteResult(page)
  return answer?.error ?? 'signed in'
}

describe('signing out', () => {
  test('with the id token it takes no click and ends at the site with its state', async () => {
    const { page } = visitor
    await signInAtSite()
    await callSite(page, "signOut({ id_token_hint: site.idToken(), state: 'state of the site' })")
    await page.waitForURL(`${site.origin}/signed-out?*`)
    expect(new URL(page.url()).searchParams.get('state')).toBe('state of the site')
    expect(await silentAnswer()).toBe('login_required')
  })

  test('without the id token the person is asked; "stay" keeps the session', async () => {
    const { page } = visitor
    await signInAtSite()
    await callSite(page, 'signOut({ client_id: document.documentElement.dataset.clientId })')
    await page.getByRole('heading', { name: 'Sign out' }).waitFor()
    expect(await page.locator('main').textContent()).toContain('Own site asks to sign you out')
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await page.waitForURL(`${site.origin}/signed-out`)
    expect(await silentAnswer()).toBe('signed in')

    await callSite(page, 'signOut({ client_id: document.documentElement.dataset.clientId })')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${site.origin}/signed-out`)
    expect(await silentAnswer()).toBe('login_required')
  })

  test('from the account page it ends on our own page', async () => {
    const { page } = visitor
    await page.goto(`${server.issuer}/Account/Login`)
    await signIn(page)
    await page.getByRole('link', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    await page.goto(`${server.issuer}/usercenter`)
    await page.waitForURL('**/Account/Login')
  })

  test('when nobody is signed in it goes through', async () => {
    const { page } = visitor
    await page.goto(`${server.issuer}/connect/endsession`)
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    await page.goto(site.origin)
    await callSite(page, "signOut({ client_id: document.documentElement.dataset.clientId, state: 's' })")
    await page.waitForURL(`${site.origin}/signed-out?state=s`)
  })

  test('an id token of somebody else does not sign this person out unasked', async () => {
    const { page } = visitor
    await signInAtSite()
    const other = await callSite(page, 'idToken()')
    await callSite(page, 'signOut({ id_token_hint: site.idToken() })')
    await page.waitForURL(`${site.origin}/signed-out`)
    await page.goto(site.origin)
    await callSite(page, 'signIn()')
    await signIn(page, 'zhangsan', 'Zhangsan.2026')
    await siteResult(page)
    await callSite(page, `signOut({ id_token_hint: ${JSON.stringify(other)} })`)
    await page.getByRole('button', { name: 'Stay signed in' }).waitFor()
  })
})
