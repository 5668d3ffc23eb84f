import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Applications } from '../../server/domain/applications/applications.ts'
import { codeFor } from '../support/outbox.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { expectAccessible } from './support/accessibility.ts'
import { launchChromium, signIn, type Visitor, visit } from './support/chromium.ts'
import { type RelyingParty, startRelyingParty } from './support/relying-party.ts'
import { screenshot } from './support/screenshot.ts'

let browser: Browser
let server: TestServer
let site: RelyingParty
let visitor: Visitor
let strict: string
let aging: string
let closed: string
let last = 13_700_800_000

const password = 'Steps.Here.2026'
const day = 86_400_000

beforeAll(async () => {
  ;[browser, server, site] = await Promise.all([launchChromium(), startTestServer(), startRelyingParty()])
  const common = { secret: 'a secret', requirePkce: false, firstParty: true, scopes: ['openid'] }
  const named = { ...common, name: 'Drawing office', nameZh: '绘图室', redirectUris: [site.redirectUri] }
  strict = await server.addApplication({ ...named, secondFactor: 'sms' })
  aging = await server.addApplication({ ...named, passwordMaxDays: 90, passwordWarnDays: 10 })
  closed = await server.addApplication({ ...named, applicationAccountRequired: true })
  site.use({ issuer: server.issuer, clientId: strict })
  const disc = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><circle cx="100" cy="100" r="90" fill="#0b57d0"/></svg>`
  const logo = await sharp(Buffer.from(disc)).png().toBuffer()
  await new Applications(server.database.db).setLogo({}, strict, logo)
})
afterAll(async () => {
  await Promise.all([browser.close(), server.close(), site.close()])
})
afterEach(async () => {
  await visitor.context.close()
  expect(visitor.problems).toEqual([])
})

async function person(oldDays = 0) {
  const [userName, phone] = [`steps-${crypto.randomUUID().slice(0, 8)}`, String(++last)]
  const id = await server.addUser({ userName, password, itc: '+86', phone, phoneVerified: true })
  const changedAt = new Date(Date.now() - oldDays * day)
  await server.database.db.updateTable('passwordCredentials').set({ changedAt }).where('userId', '=', id).execute()
  return { userName, phone }
}
const address = (client_id: string) =>
  `${server.issuer}/connect/authorize?${new URLSearchParams({ client_id, response_type: 'code', redirect_uri: site.redirectUri, scope: 'openid' })}`
const arrived = async (page: Page) => {
  await page.waitForURL('**/callback?*')
  return new URL(page.url()).searchParams.has('code')
}

test('every page of a step is named, described and reached by keyboard', async () => {
  visitor = await visit(browser)
  const { page } = visitor
  const [one, other] = [await person(), await person(91)]
  await page.goto(address(strict))
  await signIn(page, one.userName, password)
  await expectAccessible(page, 'en')
  await page.locator('button[name=send]').click()
  await expectAccessible(page, 'en')
  await page.goto(address(aging))
  await signIn(page, other.userName, password)
  await expectAccessible(page, 'en')
  await page.goto(address(closed))
  await signIn(page, one.userName, password)
  await expectAccessible(page, 'en')
})

describe('by keyboard alone', () => {
  test('password, second factor, application', async () => {
    visitor = await visit(browser)
    const { page } = visitor
    const { userName, phone } = await person()
    await page.goto(address(strict))
    await page.locator('img.client__logo').waitFor()
    expect(await page.locator('img.client__logo').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(
      256,
    )
    await screenshot(page, 'steps-sign-in')
    await page.keyboard.type(userName)
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.locator('button[name=send]:focus').waitFor()
    await screenshot(page, 'steps-second-factor')
    await page.keyboard.press('Enter')
    await page.locator('#code:focus').waitFor()
    await screenshot(page, 'steps-second-factor-code')
    await page.keyboard.type(await codeFor(server, phone))
    await page.keyboard.press('Enter')
    expect(await arrived(page)).toBe(true)
  })

  test('an expired password, and what is wrong with the new one', async () => {
    visitor = await visit(browser)
    const { page } = visitor
    const { userName } = await person(91)
    await page.goto(address(aging))
    await signIn(page, userName, password)
    await page.locator('#password:focus').waitFor()
    await screenshot(page, 'steps-expired')
    await page.locator('#password').fill(password)
    await page.locator('#newPassword').fill('short1')
    await page.keyboard.press('Enter')
    await page.locator('#newPassword[aria-invalid=true]:focus').waitFor()
    await screenshot(page, 'steps-expired-wrong')
    await page.locator('#password').fill(password)
    await page.locator('#newPassword').fill('Another.Word.2027')
    await page.keyboard.press('Enter')
    expect(await arrived(page)).toBe(true)
  })
})

describe('without scripts', () => {
  const plain = {
    javaScriptEnabled: false,
    locale: 'zh-CN',
    colorScheme: 'dark',
  } as const satisfies BrowserContextOptions

  test('password, second factor, application; back and reload say that the step is over', async () => {
    visitor = await visit(browser, plain)
    const { page } = visitor
    const { userName, phone } = await person()
    await page.goto(address(strict))
    await screenshot(page, 'steps-sign-in-zh-dark')
    await signIn(page, userName, password)
    const step = page.url()
    await screenshot(page, 'steps-second-factor-zh-dark')
    await page.locator('button[name=send]').click()
    await page.locator('#code').fill(await codeFor(server, phone))
    await screenshot(page, 'steps-second-factor-code-zh-dark')
    await page.locator('form:has(#code) button').click()
    expect(await arrived(page)).toBe(true)
    const again = await page.request.get(step)
    expect([again.status(), (await again.text()).includes('interaction_over')]).toEqual([400, true])
  })

  test('a password that ends soon is left for later, on a telephone', async () => {
    visitor = await visit(browser, { ...plain, viewport: { width: 360, height: 740 } })
    const { page } = visitor
    const { userName } = await person(85)
    await page.goto(address(aging))
    await signIn(page, userName, password)
    await screenshot(page, 'steps-warn-zh-dark-phone')
    await page.locator('button[name=later]').click()
    expect(await arrived(page)).toBe(true)
  })

  test('who may not enter is told so, and signs in as somebody else', async () => {
    visitor = await visit(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    const { page } = visitor
    const { userName } = await person()
    await page.goto(address(closed))
    await signIn(page, userName, password)
    expect(new URL(page.url()).pathname).toBe('/Account/Denied')
    await screenshot(page, 'steps-denied-phone')
    await page.locator('a[href^="/Account/Login"]').click()
    await page.locator('#username').waitFor()
  })
})
