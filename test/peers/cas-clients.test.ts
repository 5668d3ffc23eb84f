import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium, signIn, type Visitor, visit } from '../browser/support/chromium.ts'
import { freePort } from '../support/process.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { startApache } from './support/apache.ts'
import type { SiteSettings } from './support/registration.ts'
import { type Site, startNodeSite } from './support/sites.ts'

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
  await Promise.all([visitor.context.close(), site?.stop()])
  site = undefined
})

/** Registers a site of CAS at these paths. */
async function register(...paths: string[]): Promise<SiteSettings> {
  const casServices = paths.map((path) => address + path)
  const application = { grantTypes: [], responseTypes: [], redirectUris: [], attributeMapping: { mail: 'email' } }
  const clientId = await server.addApplication({ casServices, ...application })
  return {
    ISSUER: server.issuer,
    SITE: address,
    CLIENT_ID: clientId,
    CLIENT_SECRET: '',
    SESSION_SECRET: 'of the tests',
  }
}

/** What the site shows, which is JSON. */
async function shown(): Promise<Record<string, string>> {
  const { page } = visitor
  await page.waitForURL(`${address}/`)
  return JSON.parse(await page.locator('body').innerText())
}

const atThePlatform = () => visitor.page.waitForURL(`${server.issuer}/Account/Login?*`)

test('passport-cas signs a person in from a ticket, with attributes, and out', async () => {
  const { page } = visitor
  site = await startNodeSite('passport-cas.js', await register('/callback', '/signed-out'))
  await page.goto(address)
  await atThePlatform()
  await signIn(page)
  expect(await shown()).toEqual({ name: 'testUserName', email: 'test@example.com' })
  await page.goto(`${address}/logout`)
  await page.waitForURL(`${address}/signed-out`)
  await page.goto(address)
  await atThePlatform()
})

test('mod_auth_cas signs a person in, tells the application who it is, and hears of a sign-out elsewhere', async () => {
  const { page } = visitor
  const application = `http://localhost:${await freePort()}`
  site = await startApache(await register('/'), application, 'cas')
  await page.goto(address)
  await atThePlatform()
  await signIn(page)
  expect(await shown()).toMatchObject({ user: 'testUserName', email: 'test@example.com' })
  await page.goto(address)
  expect(await shown()).toMatchObject({ user: 'testUserName' })

  await page.goto(`${server.issuer}/api/v1/logout`)
  await page.goto(address)
  await atThePlatform()
})
