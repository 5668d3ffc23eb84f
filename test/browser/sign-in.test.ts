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
    nameZh: '自有站点',
    firstParty: true,
    redirectUris: [site.redirectUri],
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

describe('signing in', () => {
  test('by keyboard alone: the site gets a code, redeems it from its page and learns who it is', async () => {
    const { page } = visitor
    await page.goto(site.origin)
    await callSite(page, 'signIn()')
    await page.waitForURL('**/Account/Login?*')
    await page.keyboard.type('testUserName')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Abc.123456')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await page.locator('#remember').isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const { failure, answer, tokens, user } = await siteResult(page)
    expect(failure).toBeUndefined()
    expect(answer?.session_state).toMatch(/^[\w-]{43}\.[\w-]+$/)
    expect(tokens?.scope.split(' ').sort()).toEqual(['email', 'openid', 'profile'])
    expect(user).toMatchObject({ name: 'Test User', email: 'test@example.com' })
    const session = (await visitor.context.cookies(server.issuer)).find(({ name }) => name === '_session')
    expect(session?.expires).toBeGreaterThan(Date.now() / 1000 + 86_400)
  })

  test('the Enter key in the password field sends the form; the next sign-in asks nothing', async () => {
    const { page } = visitor
    await page.goto(site.origin)
    await callSite(page, 'signIn()')
    await page.locator('#username').fill('testUserName')
    await page.locator('#password').fill('Abc.123456')
    await page.keyboard.press('Enter')
    const first = await siteResult(page)
    await page.goto(site.origin)
    await callSite(page, "signIn({ prompt: 'none' })")
    const second = await siteResult(page)
    expect(second.user?.sub).toBe(first.user?.sub)
    expect(second.answer?.code).not.toBe(first.answer?.code)
  })

  test('the password can be shown and is sent as a password', async () => {
    const { page } = visitor
    await page.goto(`${server.issuer}/Account/Login`)
    await page.locator('#password').fill('Abc.123456')
    const toggle = page.getByRole('button', { name: 'Show password' })
    await toggle.click()
    expect(await page.locator('#password').getAttribute('type')).toBe('text')
    await page.getByRole('button', { name: 'Hide password' }).click()
    expect(await page.locator('#password').getAttribute('type')).toBe('password')
    await signIn(page)
    await page.waitForURL('**/usercenter')
    expect(await page.locator('main').textContent()).toContain('testUserName')
  })

  test('windows that all began before anybody signed in all finish, whoever signs in', async () => {
    const people = [
      [visitor.page, 'testUserName', 'Abc.123456', 'Test User'],
      [await visitor.context.newPage(), 'testUserName', 'Abc.123456', 'Test User'],
      [await visitor.context.newPage(), 'zhangsan', 'Zhangsan.2026', '张三'],
    ] as const
    for (const [page] of people) {
      await page.goto(site.origin)
      await callSite(page, 'signIn()')
      await page.waitForURL('**/Account/Login?*')
    }
    for (const [page, userName, password, name] of people) {
      await signIn(page, userName, password)
      expect((await siteResult(page)).user?.name).toBe(name)
    }
  })

  test('is held to the form-action of the page, the redirect after the form included', async () => {
    const strict = await visit(browser)
    await strict.context.route(`${server.issuer}/Account/Login?*`, async (route) => {
      const response = await route.fetch()
      const policy = response.headers()['content-security-policy']?.replace(` ${site.origin}`, '') ?? ''
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
    })
    await strict.page.goto(site.origin)
    await callSite(strict.page, 'signIn()')
    await strict.page.waitForURL('**/Account/Login?*')
    // What a redirect led to passes by the route.
    await strict.page.reload()
    await signIn(strict.page)
    await expect.poll(() => strict.problems.join(), { timeout: 10_000 }).toContain('form-action')
    await strict.context.close()
  })
})

describe('a sign-in that fails', () => {
  const messages = {
    en: 'The account or the password is not right. Check both and try again.',
    zh: '帐号或密码不正确，请检查后重试。',
  }

  test.each([
    ['en-US', 'en', 'en'],
    ['zh-CN', 'zh-CN', 'zh'],
  ] as const)(
    'is told in the language of a browser in %s, with the focus on the password',
    async (locale, tag, key) => {
      const other = await visit(browser, { locale })
      const { page } = other
      await page.goto(site.origin)
      await callSite(page, 'signIn()')
      await signIn(page, 'testUserName', 'wrong')
      const alert = page.getByRole('alert')
      expect(await alert.textContent()).toBe(messages[key])
      expect(await page.locator('html').getAttribute('lang')).toBe(tag)
      const focused = page.locator(':focus')
      expect(await focused.getAttribute('id')).toBe('password')
      expect(await focused.getAttribute('aria-describedby')).toBe(await alert.getAttribute('id'))
      expect(await focused.inputValue()).toBe('')
      expect(await page.locator('#username').inputValue()).toBe('testUserName')
      await page.keyboard.type('Abc.123456')
      await page.keyboard.press('Enter')
      expect((await siteResult(page)).user?.name).toBe('Test User')
      await other.context.close()
      expect(other.problems).toEqual([])
    },
  )

  test('is told in the language that the person switched to, and the account is shown in it', async () => {
    const { page } = visitor
    await page.goto(`${server.issuer}/Account/Login`)
    await page.getByRole('link', { name: '中文' }).click()
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await signIn(page, 'testUserName', 'wrong')
    expect(await page.getByRole('alert').textContent()).toBe(messages.zh)
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await signIn(page, 'testUserName', 'wrong')
    expect(await page.getByRole('alert').textContent()).toBe(messages.en)
    await page.getByRole('link', { name: '中文' }).click()
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await signIn(page)
    await page.getByRole('heading', { name: '我的帐号' }).waitFor()
  })

  test('switching the language during an authorization does not end it', async () => {
    const { page } = visitor
    await page.goto(site.origin)
    await callSite(page, 'signIn()')
    await page.getByRole('link', { name: '中文' }).click()
    expect(await page.locator('main').textContent()).toContain('自有站点')
    await signIn(page)
    expect((await siteResult(page)).user?.name).toBe('Test User')
  })
})
