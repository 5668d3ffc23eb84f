import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { launchChromium, signIn, type Visitor, visit } from '../browser/support/chromium.ts'
import { secondsLater } from '../oidc/support/clock.ts'
import { freePort } from '../support/process.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { startApache } from './support/apache.ts'
import { register } from './support/registration.ts'
import { type Site, startNodeSite, startPage } from './support/sites.ts'

let browser: Browser
let server: TestServer
let visitor: Visitor
let site: Site | undefined
let address: string

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchChromium(), startTestServer()])
})
afterAll(async () => {
  await Promise.all([browser?.close(), server?.close()])
})
beforeEach(async () => {
  visitor = await visit(browser)
  address = `http://localhost:${await freePort()}`
})
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all([visitor.context.close(), site?.stop()])
  site = undefined
})

const testUser = { name: 'Test User', email: 'test@example.com' }

/** What the site shows, which is JSON. */
async function shown(page: Page, path = '/'): Promise<Record<string, string>> {
  await page.waitForURL(address + path)
  return JSON.parse(await page.locator('body').innerText())
}

/** Signs out at the site, which takes no click, and comes again. */
async function signOut(page: Page, path = '/logout'): Promise<void> {
  await page.goto(address + path)
  await page.waitForURL(`${address}/signed-out`)
  await page.goto(address)
}

/** Has arrived where a person is asked to sign in: neither the site nor the platform knows anybody. */
const atThePlatform = (page: Page) => page.waitForURL(`${server.issuer}/Account/Login?*`)

/** What the platform answers to whoever asks for a person with an access token. */
async function userInfoStatus(token: string | undefined): Promise<number> {
  return (await fetch(`${server.issuer}/connect/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status
}

test('Auth.js signs a person in from the ID token, and out', async () => {
  const { page } = visitor
  site = await startNodeSite('auth-js.js', await register(server, 'Auth.js', address))
  const start = async () => {
    await page.getByRole('button', { name: 'Sign in with OpenAccount' }).click()
    await atThePlatform(page)
  }
  await page.goto(address)
  await start()
  await signIn(page)
  expect(await shown(page)).toEqual(testUser)
  await signOut(page)
  await start()
})

test('passport signs a person in from the ID token, and out', async () => {
  const { page } = visitor
  site = await startNodeSite('passport.js', await register(server, 'passport', address))
  await page.goto(address)
  await signIn(page)
  expect(await shown(page)).toEqual(testUser)
  await signOut(page)
  await atThePlatform(page)
})

// The path that needs an access token which still holds.
test.each([
  ['express-openid-connect', '/profile'],
  ['simple-oauth2', '/'],
])('%s signs a person in, refreshes the tokens when they have run out, and signs out', async (library, path) => {
  const { page } = visitor
  const started = await startNodeSite(`${library}.js`, await register(server, library, address))
  site = started
  await page.goto(address)
  await signIn(page)
  expect(await shown(page)).toEqual(testUser)

  secondsLater(2 * 3600)
  await started.twoHoursLater()
  await page.goto(address + path)
  expect(await shown(page, path)).toMatchObject(testUser)

  await signOut(page)
  await atThePlatform(page)
})

test('oidc-client-ts signs a person in, renews by refresh token and by frame, revokes and signs out', async () => {
  const { page, problems } = visitor
  const settings = await register(server, 'oidc-client-ts', address)
  site = await startPage(settings)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const kept = async () => {
    const key = JSON.stringify(`oidc.user:${server.issuer}:${settings.CLIENT_ID}`)
    return JSON.parse(await page.evaluate(`sessionStorage.getItem(${key})`)) as Record<string, string | null>
  }
  await page.goto(address)
  await press('Sign in')
  await signIn(page)
  await page.getByText('Test User test@example.com').waitFor()

  const first = await kept()
  await press('Renew')
  await expect.poll(async () => (await kept()).access_token).not.toBe(first.access_token)
  const second = await kept()
  expect(second.refresh_token).not.toBe(first.refresh_token)

  await press('Revoke')
  await expect.poll(async () => (await kept()).refresh_token).toBeNull()
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: settings.CLIENT_ID,
    refresh_token: String(second.refresh_token),
  })
  const refused = await fetch(`${server.issuer}/connect/token`, { method: 'POST', body })
  expect(await refused.json()).toMatchObject({ error: 'invalid_grant' })

  // Without a refresh token the library asks in a hidden frame.
  await press('Renew')
  await expect.poll(async () => (await kept()).refresh_token).not.toBeNull()

  await press('Sign out')
  await page.waitForURL(`${address}/signed-out`)
  await page.getByText('Signed out.').waitFor()
  await press('Sign in')
  await atThePlatform(page)
  expect(problems).toEqual([])
})

test('mod_auth_openidc signs a person in, tells the application who it is, refreshes, and takes the tokens back at sign-out', async () => {
  const { page, context } = visitor
  const application = `http://localhost:${await freePort()}`
  site = await startApache(await register(server, 'mod_auth_openidc', address), application)
  await page.goto(address)
  await signIn(page, 'zhangsan', 'Zhangsan.2026')
  const first = await shown(page)
  expect(first).toMatchObject({ name: '张三', user: expect.stringMatching(/^[0-9a-f-]{36}$/) })

  const back = encodeURIComponent(`${address}/`)
  await page.goto(`${address}/callback?refresh=${back}&access_token=${first.token}`)
  const second = await shown(page)
  expect(second.user).toBe(first.user)
  expect(second.token).not.toBe(first.token)
  expect(await userInfoStatus(second.token)).toBe(200)

  await signOut(page, `/callback?logout=${encodeURIComponent(`${address}/signed-out`)}`)
  await atThePlatform(page)
  expect(await userInfoStatus(second.token)).toBe(401)

  const headers = { 'x-remote-user': 'somebody', oidc_claim_name: 'Somebody' }
  const told = await context.request.get(`${address}/signed-out`, { headers })
  expect(await told.json()).toEqual({ user: '', name: '' })
})
