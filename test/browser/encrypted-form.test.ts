import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { encryptPassword, PasswordPadding } from '../../client/src/encrypt-password.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { callSite, launchChromium, siteResult, visit } from './support/chromium.ts'
import { type RelyingParty, startRelyingParty } from './support/relying-party.ts'

interface Sdk {
  encryptPassword: typeof encryptPassword
}

let browser: Browser
let server: TestServer
let site: RelyingParty

beforeAll(async () => {
  ;[browser, server, site] = await Promise.all([launchChromium(), startTestServer(), startRelyingParty()])
  site.use({
    issuer: server.issuer,
    clientId: await server.addApplication({ firstParty: true, redirectUris: [site.redirectUri] }),
  })
})
afterAll(async () => {
  await Promise.all([browser.close(), server.close(), site.close()])
})

/**
 * A sign-in page of an operator's own, below our origin: its scripts may call us, which those of our page need not,
 * and it has the SDK.
 */
async function ownSignInPage(): Promise<Page> {
  const { context, page } = await visit(browser, { bypassCSP: true })
  await context.route(`${server.issuer}/sdk/*.ts`, async (route) => {
    const file = new URL(`../../client/src${new URL(route.request().url()).pathname.slice(4)}`, import.meta.url)
    const body = stripTypeScriptTypes(await readFile(file, 'utf8'))
    await route.fulfill({ body, contentType: 'text/javascript' })
  })
  await page.goto(site.origin)
  await callSite(page, 'signIn()')
  await page.waitForURL('**/Account/Login?*')
  await page.evaluate("import('/sdk/encrypt-password.ts').then((sdk) => { globalThis.sdk = sdk })")
  return page
}

/** Signs in as the script of such a page does; gives the form's answer. */
function submit(page: Page, password: string, padding: string | null): Promise<{ status: number; msg: string }> {
  return page.evaluate(
    async ({ password, padding }) => {
      const { encryptPassword } = (globalThis as unknown as { sdk: Sdk }).sdk
      const key = await (await fetch('/Common/Getpubkeys')).json()
      const valueIn = (name: string) => document.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? ''
      const form = new URLSearchParams({
        Username: 'testUserName',
        Password: await encryptPassword(key, password, { padding: (padding ?? 'RSAES-PKCS1-v1_5') as PasswordPadding }),
        ReturnUrl: valueIn('ReturnUrl'),
        ClientId: valueIn('ClientId'),
        __RequestVerificationToken: valueIn('__RequestVerificationToken'),
      })
      if (padding) form.set('PasswordEncryption', padding)
      const response = await fetch('/Account/UserLogin', { method: 'POST', body: form })
      return (await response.json()) as { status: number; msg: string }
    },
    { password, padding },
  )
}

describe('/Account/UserLogin', () => {
  test.each([null, 'RSA-OAEP-256'])(
    'takes a password that the SDK encrypted in the browser with padding %s',
    async (padding) => {
      const page = await ownSignInPage()
      expect(await submit(page, 'wrong', padding)).toEqual({
        status: 0,
        msg: 'The account or the password is not right. Check both and try again.',
      })
      const { status, msg } = await submit(page, 'Abc.123456', padding)
      expect(status).toBe(1)
      await page.goto(new URL(decodeURIComponent(decodeURIComponent(msg)), server.issuer).href)
      expect((await siteResult(page)).user?.name).toBe('Test User')
      await page.context().close()
    },
  )

  test('cannot be used by the pages of another site', async () => {
    const { page, context } = await visit(browser, { bypassCSP: true })
    await page.goto(site.origin)
    const called = page.evaluate(async (address) => {
      const response = await fetch(address, { method: 'POST', body: new URLSearchParams({ Username: 'testUserName' }) })
      return response.status
    }, `${server.issuer}/Account/UserLogin`)
    await expect(called).rejects.toThrow('Failed to fetch')
    await context.close()
  })
})
