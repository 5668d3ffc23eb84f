import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DemoUser, demoUsers } from '../../server/seed/demo.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { expectAccessible } from './support/accessibility.ts'
import { callSite, launchChromium, signIn, visit } from './support/chromium.ts'
import { type RelyingParty, startRelyingParty } from './support/relying-party.ts'
import { screenshot } from './support/screenshot.ts'

let browser: Browser
let server: TestServer
let site: RelyingParty
let clientId: string

beforeAll(async () => {
  ;[browser, server, site] = await Promise.all([
    launchChromium(),
    startTestServer({
      signInLimits: {
        accountAndAddress: { attempts: 3, seconds: 60 },
        address: { attempts: 10_000, seconds: 60 },
        account: { attempts: 10_000, seconds: 60 },
      },
    }),
    startRelyingParty(),
  ])
  clientId = await server.addApplication({
    name: 'Reading list',
    nameZh: '阅读清单',
    redirectUris: [site.redirectUri],
    grantTypes: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
  })
  site.use({ issuer: server.issuer, clientId, scope: 'openid profile email phone offline_access' })
})
afterAll(async () => {
  await Promise.all([browser.close(), server.close(), site.close()])
})

async function deviceAddress(): Promise<string> {
  const body = new URLSearchParams({ client_id: clientId, scope: 'openid' })
  const response = await fetch(`${server.issuer}/connect/deviceauthorization`, {
    method: 'POST',
    body,
    headers: { 'user-agent': 'Plotter/1.0 (Test device)' },
  })
  return ((await response.json()) as { verification_uri_complete: string }).verification_uri_complete
}

const primary = (page: Page) => page.locator('button.button--primary').click()

/** Every page a person can meet, in the order one may meet them. */
const steps: readonly (readonly [name: string, walk: (page: Page, person: DemoUser) => Promise<unknown>])[] = [
  ['landing', (page) => page.goto(server.issuer)],
  ['sign-in', (page) => page.goto(`${server.issuer}/Account/Login`)],
  [
    'sign-in-to',
    async (page) => {
      await page.goto(site.origin)
      await callSite(page, 'signIn()')
      await page.waitForURL('**/Account/Login?*')
    },
  ],
  [
    'sign-in-wrong',
    (page, { userName }) => signIn(page, userName, 'wrong').then(() => page.getByRole('alert').waitFor()),
  ],
  [
    'consent',
    (page, { userName, password }) =>
      signIn(page, userName, password).then(() => page.waitForURL('**/Account/Consent?*')),
  ],
  [
    'account-choice',
    async (page) => {
      await page.goto(site.origin)
      await callSite(page, "signIn({ prompt: 'select_account' })")
      await page.waitForURL('**/Account/Select?*')
    },
  ],
  ['landing-signed-in', (page) => page.goto(server.issuer)],
  ['device-input', (page) => page.goto(`${server.issuer}/connect/device`)],
  [
    'device-unknown',
    async (page) => {
      await page.locator('#user_code').fill('AAAA-BBBB')
      await primary(page)
      await page.getByRole('alert').waitFor()
    },
  ],
  [
    'device-confirm',
    async (page) => {
      await page.goto(await deviceAddress())
      await page.locator('.code-shown').waitFor()
      const name = (await page.locator('html').getAttribute('lang')) === 'en' ? 'Reading list' : '阅读清单'
      expect(await page.locator('.lead').textContent()).toContain(name)
    },
  ],
  ['device-consent', (page) => primary(page).then(() => page.waitForURL('**/Account/Consent?*'))],
  ['device-done', (page) => primary(page).then(() => page.waitForURL('**/connect/device/*'))],
  ...['profile', 'security', 'security/password', 'security/phone', 'sessions', 'signins', 'data', 'close'].map(
    (name) =>
      [`account-${name.replace('/', '-')}`, (page: Page) => page.goto(`${server.issuer}/usercenter/${name}`)] as const,
  ),
  [
    'account-password-refused',
    async (page, { password }) => {
      await page.goto(`${server.issuer}/usercenter/security/password`)
      await page.locator('#password').fill(password)
      await page.locator('#newPassword').fill('Password1')
      await primary(page)
      await page.locator('#newPassword-error').waitFor()
    },
  ],
  [
    'account-email-code',
    async (page, { userName }) => {
      await page.goto(`${server.issuer}/usercenter/security/email`)
      await page.locator('#contact').fill(`${userName}@new.example`)
      await primary(page)
      await page.locator('#code').waitFor()
    },
  ],
  ['user-center', (page) => page.goto(`${server.issuer}/usercenter`)],
  ['user-center-taken-back', (page) => page.locator('.allowed .button').click()],
  [
    'device-cancelled',
    async (page) => {
      await page.goto(await deviceAddress())
      await page.locator('button[name=abort]').click()
      await page.getByRole('alert').waitFor()
    },
  ],
  ['sign-out', (page) => page.goto(`${server.issuer}/connect/endsession?client_id=${clientId}`)],
  ['signed-out', (page) => primary(page).then(() => page.waitForURL('**/connect/endsession/success'))],
  [
    'sign-in-without-cookies',
    async (page) => {
      await page.goto(`${server.issuer}/Account/Login`)
      await page.context().clearCookies({ name: 'oa_request' })
      await signIn(page, 'nobody', 'wrong')
      await page.getByRole('alert').waitFor()
    },
  ],
  [
    'sign-in-limited',
    async (page) => {
      for (let attempt = 0; attempt < 4; attempt += 1) {
        await page.goto(`${server.issuer}/Account/Login`)
        await signIn(page, 'nobody', 'wrong')
        await page.getByRole('alert').waitFor()
      }
    },
  ],
  ['sign-in-captcha', (page) => page.goto(`${server.issuer}/Account/Login?captcha=true`)],
  [
    'sign-in-captcha-wait',
    async (page) => {
      await page.locator('button[name=captchaWait]').click()
      await page.getByRole('status').waitFor()
    },
  ],
  ['register', (page) => page.goto(`${server.issuer}/Account/Register`)],
  [
    'register-code',
    async (page) => {
      await page.locator('#contact').fill(`${crypto.randomUUID()}@example.com`)
      await primary(page)
      await page.locator('#code').waitFor()
    },
  ],
  ['forgotten-password', (page) => page.goto(`${server.issuer}/Account/ForgotPassword`)],
  [
    'reset-password',
    async (page) => {
      await page.locator('#contact').fill('nobody@example.com')
      await primary(page)
      await page.locator('#code').waitFor()
    },
  ],
  ['not-found', (page) => page.goto(`${server.issuer}/nowhere`)],
  ['unknown-application', (page) => page.goto(`${server.issuer}/api/v1/saml2/idp/sso?sp=demo`)],
  ['refused', (page) => page.goto(`${server.issuer}/connect/authorize?client_id=nobody`)],
  ['expired', (page) => page.goto(`${server.issuer}/Account/Consent?ReturnUrl=/connect/authorize/0123456789abcdef`)],
  ['listener', (page) => page.goto(`${server.issuer}/usercenter/checksession?returnUrl=http://nobody.example/`)],
]

describe('every page is accessible', () => {
  test.each([
    { look: 'English', locale: 'en-GB', language: 'en', userName: 'testUserName' },
    {
      look: 'Chinese on a telephone in the dark',
      locale: 'zh-CN',
      language: 'zh-CN',
      userName: 'zhangsan',
      colorScheme: 'dark',
      viewport: { width: 320, height: 640 },
    },
  ] as const)('$look', async ({ look, language, userName, ...options }) => {
    const [person] = demoUsers.filter((user) => user.userName === userName)
    if (!person) throw new Error(`the demo data has no ${userName}`)
    const { context, page } = await visit(browser, options)
    for (const [name, walk] of steps) {
      await walk(page, person)
      await screenshot(page, `${look.split(' ', 1)}-${name}`)
      await expectAccessible(page, language)
    }
    await context.close()
  })
})
