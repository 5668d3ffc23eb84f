import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { authorizeUrl } from '../security/support/flow.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { callSite, launchChromium, signIn, siteResult, type Visitor, visit } from './support/chromium.ts'
import { type RelyingParty, startRelyingParty } from './support/relying-party.ts'
import { screenshot } from './support/screenshot.ts'

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
    await page.locator('#username:focus').waitFor()
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

  test.each(['localhost', '::1'])(
    'arrives where the callback of an application at %s sends the person on to',
    async (host) => {
      const { page } = visitor
      const home = await startRelyingParty('127.0.0.1')
      home.use({ issuer: server.issuer, clientId: 'TestClient' })
      const application = createServer((_request, response) => {
        response.writeHead(302, { location: `${home.origin}/home` }).end()
      })
      application.listen(0, host)
      await once(application, 'listening')
      const { port } = application.address() as AddressInfo
      const redirectUri = `http://${host.includes(':') ? `[${host}]` : host}:${port}/callback`
      const clientId = await server.addApplication({ redirectUris: [redirectUri] })
      await page.goto(
        authorizeUrl(server.issuer, { client_id: clientId, redirect_uri: redirectUri, scope: 'openid' }).href,
      )
      await signIn(page)
      await page.getByRole('button', { name: 'Allow' }).click()
      await page.waitForURL(`${home.origin}/home`)
      application.closeAllConnections()
      await Promise.all([home.close(), new Promise((done) => application.close(done))])
    },
  )

  test('in one tab lets the others go on: loaded again, sent again, or over', async () => {
    const { page, context } = visitor
    const tabs = [page, await context.newPage(), await context.newPage()]
    for (const tab of tabs) {
      await tab.goto(site.origin)
      await callSite(tab, 'signIn()')
      await tab.waitForURL('**/Account/Login?*')
    }
    const [first, second, third] = tabs as [Page, Page, Page]
    const left = first.url()
    await signIn(first)
    await siteResult(first)
    await second.reload()
    expect((await siteResult(second)).user).toMatchObject({ name: 'Test User' })
    await signIn(third)
    expect((await siteResult(third)).user).toMatchObject({ name: 'Test User' })

    // What the browser itself says about the status is no fault of the page.
    await first.goto(left)
    await first.getByRole('heading', { name: 'This sign-in request is over' }).waitFor()
    expect(visitor.problems.splice(0).join()).toContain('400')
    await first.getByRole('link', { name: 'Back to Own site' }).click()
    await first.waitForURL(`${site.origin}/`)
  })

  test('as somebody else ends the former sign-in on a page in the language of the person', async () => {
    const { page } = visitor
    await page.goto(site.origin)
    await callSite(page, 'signIn()')
    await signIn(page)
    await siteResult(page)
    await page.goto(site.origin)
    await callSite(page, "signIn({ prompt: 'select_account', ui_locales: 'zh_CN' })")
    await page.getByRole('heading', { name: '选择帐号' }).waitFor()
    await page.getByRole('button', { name: '使用其他帐号' }).click()
    await page.waitForURL('**/Account/Login?*')
    // Without its script the page waits for its button.
    const nothing = { contentType: 'text/javascript', body: '' }
    await page.route('**/assets/submit.js?*', (route) => route.fulfill(nothing))
    await signIn(page, 'zhangsan', 'Zhangsan.2026')
    await page.getByRole('heading', { name: '正在切换帐号' }).waitFor()
    await screenshot(page, 'Chinese-switch')
    await page.getByRole('button', { name: '继续' }).click()
    expect((await siteResult(page)).user).toMatchObject({ name: '张三' })
  })

  test('with an account to choose goes on as the one that is signed in', async () => {
    const { page } = visitor
    await page.goto(`${server.issuer}/Account/Login`)
    await signIn(page)
    await page.goto(site.origin)
    await callSite(page, "signIn({ prompt: 'select_account' })")
    await page.getByRole('button', { name: 'Continue as Test User (testUserName)' }).click()
    expect((await siteResult(page)).user).toMatchObject({ name: 'Test User' })
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
