import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type RunningMock, startMock } from '../mocks/start.ts'
import { makeDocsSite } from '../support/docs-site.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { launchChromium, type Visitor, visit } from './support/chromium.ts'
import { screenshot } from './support/screenshot.ts'

let browser: Browser
let server: TestServer
let mock: RunningMock
let silent: TestServer
let visitor: Visitor
let page: Page

beforeAll(async () => {
  ;[browser, mock] = await Promise.all([launchChromium(), startMock()])
  await makeDocsSite()
  server = await startTestServer({ env: { TRY_IT: `self, ${mock.origin}` } })
  silent = await startTestServer({ beside: server, env: { TRY_IT: 'off' } })
}, 120_000)
afterAll(async () => {
  await silent.close()
  await Promise.all([browser.close(), server.close(), mock.stop()])
})

beforeEach(async () => {
  visitor = await visit(browser)
  page = visitor.page
})
afterEach(async () => {
  await visitor.context.close()
  expect(visitor.problems).toEqual([])
})

const docs = (path: string) => `${server.issuer}/docs/${path}`
const shown = () => page.locator('.received code').textContent()

describe('an operation is called from its page', () => {
  test('on the server that shows it, with a token that another call brought, by the keyboard alone', async () => {
    await page.goto(docs('en/reference/account/issueToken.html'))
    await page.locator('form.try').waitFor()
    await page.locator('form.try textarea').focus()
    await page.keyboard.press('Control+A')
    const form = [
      'grant_type=client_credentials',
      'client_id=trustedDemo',
      'client_secret=trusted.Demo.2026',
      'scope=ZMS.Users.Create',
    ]
    await page.keyboard.insertText(form.join('\n'))
    await page.keyboard.press('Control+Enter')
    await page.getByRole('status').filter({ hasText: '200' }).waitFor()
    expect(await shown()).toContain('"token_type": "Bearer"')

    await page.goto(docs('en/reference/account/createUsers.html'))
    await page.locator('form.try').waitFor()
    expect(await page.locator('form.try input[name=bearer]').inputValue()).not.toBe('')
    await page.locator('form.try textarea').focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText('[{"userName":"triedFromThePage"}]')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: '200' }).waitFor()
    expect(await shown()).toContain('"userName": "triedFromThePage"')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Bearer')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('eyJ')
    await screenshot(page, 'docs-try-it')
  })

  test('on the mock; what is typed for one address is not sent to the other', async () => {
    await page.goto(docs('en/reference/oneaccess/verifySmsSecondFactor.html'))
    await page.locator('form.try').waitFor()
    await page.locator('form.try input[name=state]').fill('typed for the server')
    await page.locator('form.try select[name=at]').selectOption(mock.origin)
    expect(await page.locator('form.try input[name=state]').inputValue()).toBe('')
    await page.goto(docs('en/reference/oneaccess/getServerDate.html'))
    await page.locator('form.try').waitFor()
    await page.locator('form.try select[name=at]').selectOption(mock.origin)
    const [request] = await Promise.all([
      page.waitForRequest((candidate) => candidate.url().startsWith(mock.origin) && candidate.method() === 'GET'),
      page.locator('form.try button[type=submit]').click(),
    ])
    await page.getByRole('status').filter({ hasText: '200' }).waitFor()
    expect(await shown()).toContain('"timestamp"')
    expect(JSON.stringify(await request.allHeaders())).not.toContain('typed for the server')
  })

  test('the session of the browser is no credential of the page', async () => {
    await visitor.context.addCookies([{ name: 'any', value: 'cookie', url: server.issuer }])
    await page.goto(docs('en/reference/oneaccess/getServerDate.html'))
    await page.locator('form.try').waitFor()
    const [request] = await Promise.all([
      page.waitForRequest((candidate) => candidate.url().includes('/api/v2/sdk/server-date')),
      page.locator('form.try button[type=submit]').click(),
    ])
    expect((await request.allHeaders()).cookie).toBeUndefined()
  })

  test('an answer is shown as text, whatever it holds', async () => {
    await page.route('**/api/v2/sdk/server-date', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<img src=x onerror="document.title=1"><script>document.title=2</script>',
      }),
    )
    await page.goto(docs('en/reference/oneaccess/getServerDate.html'))
    await page.locator('form.try').waitFor()
    await page.locator('form.try button[type=submit]').click()
    await page.getByRole('status').filter({ hasText: '200' }).waitFor()
    expect(await shown()).toContain('<img src=x onerror=')
    expect(await page.locator('.received img, .received script').count()).toBe(0)
    expect(await page.title()).toContain('OpenAccount')
  })

  test('an address that nobody answers at is said in a line', async () => {
    await page.route('**/api/v2/sdk/server-date', (route) => route.abort('connectionrefused'))
    await page.goto(docs('en/reference/oneaccess/getServerDate.html'))
    await page.locator('form.try').waitFor()
    await page.locator('form.try button[type=submit]').click()
    await page.getByRole('status').filter({ hasText: 'No answer' }).waitFor()
    visitor.problems.splice(0)
  })

  test('nowhere, where the configuration says so', async () => {
    await page.goto(`${silent.issuer}/docs/en/reference/account/createUsers.html`)
    await page.waitForLoadState('networkidle')
    expect(await page.locator('form.try').isVisible()).toBe(false)
    const answer = await fetch(`${silent.issuer}/docs/en/index.html`)
    expect(answer.headers.get('content-security-policy')).toMatch(/connect-src 'self'$/)
  })

  test('the policy lets the page call the chosen addresses and no other', async () => {
    await page.goto(docs('en/reference/oneaccess/getServerDate.html'))
    const outcome = await page.evaluate(() =>
      fetch('http://localhost:9').then(
        () => 'answered',
        () => 'refused',
      ),
    )
    expect(outcome).toBe('refused')
    // The console tells of it, and the event.
    await expect.poll(() => visitor.problems.filter((problem) => /connect-src/i.test(problem)).length).toBe(2)
    visitor.problems.splice(0)
  })
})

describe('the frame of every page', () => {
  test('the search finds what is typed, with a slip too, and leads there by the keyboard', async () => {
    await page.goto(docs('zh/index.html'))
    await page.locator('.search').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('webhok')
    await page.locator('.search li a').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/zh/guides/oneaccess/event-callbacks.html')
  })

  test('the chosen colours and address are kept, and samples show the address', async () => {
    await page.goto(docs('en/reference/account/createUsers.html'))
    await page.locator('.settings summary').click()
    await page.locator('#theme').selectOption('dark')
    expect(await page.locator('.panel code').first().textContent()).toContain(server.issuer)
    await page.locator('#base').selectOption('http://localhost:4010')
    await page.goto(docs('en/reference/account/getUserDetails.html'))
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await page.locator('.panel code').first().textContent()).toContain('http://localhost:4010/')
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
    await page.locator('.settings summary').click()
    page.once('dialog', (dialog) => dialog.accept('https://accounts.example.com/ignored'))
    await page.locator('#base').selectOption('')
    expect(await page.locator('.panel code').first().textContent()).toContain('https://accounts.example.com/api')
    await page.keyboard.press('Escape')
    expect(await page.locator('.settings').getAttribute('open')).toBeNull()
  })
})
