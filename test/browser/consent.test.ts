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
})
afterAll(async () => {
  await Promise.all([browser.close(), server.close(), site.close()])
})

// Each test has an application of its own, so that nobody has agreed to anything yet.
beforeEach(async () => {
  visitor = await visit(browser)
  const clientId = await server.addApplication({
    name: 'Reading list',
    nameZh: '阅读清单',
    redirectUris: [site.redirectUri, `${site.origin}/form-post`],
  })
  site.use({ issuer: server.issuer, clientId })
  await visitor.page.goto(site.origin)
})
afterEach(async () => {
  await visitor.context.close()
  expect(visitor.problems).toEqual([])
})

describe('an application of somebody else', () => {
  test('says what it wants; allowed, it gets a code, and asks no more', async () => {
    const { page } = visitor
    await callSite(page, 'signIn()')
    await signIn(page)
    await page.getByRole('heading', { name: 'Reading list asks to use your account' }).waitFor()
    expect(await page.locator('.scopes code').allTextContents()).toEqual(['openid', 'profile', 'email'])
    const text = await page.locator('main').textContent()
    expect(text).toContain('Test User (testUserName)')
    expect(text).toContain(`sent back to ${new URL(site.origin).host}`)
    await page.getByRole('button', { name: 'Allow' }).click()
    const first = await siteResult(page)
    expect(first.user).toMatchObject({ name: 'Test User', email: 'test@example.com' })

    await page.goto(site.origin)
    await callSite(page, 'signIn()')
    expect((await siteResult(page)).user?.sub).toBe(first.user?.sub)
  })

  test('denied, it is told so and gets nothing', async () => {
    const { page } = visitor
    await callSite(page, 'signIn()')
    await signIn(page)
    await page.getByRole('button', { name: 'Deny' }).click()
    const { answer } = await siteResult(page)
    expect(answer).toMatchObject({ error: 'access_denied', iss: server.issuer })
    expect(answer).not.toHaveProperty('code')
  })

  test('asks again each time it wants offline access (OpenID Connect Core section 11)', async () => {
    const { page } = visitor
    for (const time of ['first', 'second']) {
      await page.goto(site.origin)
      await callSite(page, "signIn({ scope: 'openid offline_access' })")
      if (time === 'first') await signIn(page)
      await page.getByText('Keep its access while you are away').waitFor()
      await page.getByRole('button', { name: 'Allow' }).click()
      expect((await siteResult(page)).tokens?.refresh_token).toBeTypeOf('string')
    }
  })

  test('is shown by its Chinese name after the switch on the sign-in page, whatever it asked for', async () => {
    const { page } = visitor
    await callSite(page, "signIn({ ui_locales: 'en' })")
    await page.getByRole('link', { name: '中文' }).click()
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await signIn(page)
    await page.getByRole('heading', { name: '阅读清单 请求访问您的帐号' }).waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    expect((await siteResult(page)).user?.name).toBe('Test User')
  })

  test('gets its answer by form post when it asks for that', async () => {
    const { page } = visitor
    const formPost = `signIn({ response_mode: 'form_post', redirect_uri: location.origin + '/form-post' })`
    await callSite(page, formPost)
    await signIn(page)
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.waitForURL('**/form-post')
    const posted = JSON.parse((await page.locator('#result').textContent()) ?? '')
    expect(posted).toMatchObject({ code: expect.any(String), state: expect.any(String), iss: server.issuer })

    await page.goto(site.origin)
    await callSite(page, formPost)
    await page.waitForURL('**/form-post')
  })
})
