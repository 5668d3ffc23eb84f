import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeFor } from '../support/outbox.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { launchChromium, signIn, type Visitor, visit } from './support/chromium.ts'
import { type RelyingParty, startRelyingParty } from './support/relying-party.ts'

let browser: Browser
let server: TestServer
let site: RelyingParty
let visitor: Visitor
let clientId: string

const verifier = 'a-verifier-of-forty-three-characters-at-least'

beforeAll(async () => {
  ;[browser, server, site] = await Promise.all([launchChromium(), startTestServer(), startRelyingParty()])
  clientId = await server.addApplication({
    name: 'Reading list',
    redirectUris: [site.redirectUri, `${site.origin}/form-post`],
    postLogoutRedirectUris: [`${site.origin}/signed-out`],
  })
  site.use({ issuer: server.issuer, clientId })
})
afterAll(async () => {
  await Promise.all([browser.close(), server.close(), site.close()])
})

beforeEach(async () => {
  visitor = await visit(browser, { javaScriptEnabled: false })
})
afterEach(async () => {
  await visitor.context.close()
  expect(visitor.problems).toEqual([])
})

async function authorizationAddress(more: Record<string, string> = {}): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const parameters = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: site.redirectUri,
    scope: 'openid profile',
    code_challenge: Buffer.from(digest).toString('base64url'),
    code_challenge_method: 'S256',
    ...more,
  })
  return `${server.issuer}/connect/authorize?${parameters}`
}

async function redeem(code: string | null): Promise<{ id_token: string }> {
  const response = await fetch(`${server.issuer}/connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      code: code ?? '',
      redirect_uri: site.redirectUri,
      code_verifier: verifier,
    }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as { id_token: string }
}

describe('with scripts switched off', () => {
  test('a person signs in, agrees, and signs out with the button', async () => {
    const { page } = visitor
    await page.goto(await authorizationAddress())
    await signIn(page, 'testUserName', 'wrong')
    await page.getByRole('alert').waitFor()
    await signIn(page)
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.waitForURL(`${site.redirectUri}?*`)
    const { id_token: idToken } = await redeem(new URL(page.url()).searchParams.get('code'))

    const signOut = new URLSearchParams({
      id_token_hint: idToken,
      post_logout_redirect_uri: `${site.origin}/signed-out`,
      state: 'kept',
    })
    await page.goto(`${server.issuer}/connect/endsession?${signOut}`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${site.origin}/signed-out?state=kept`)
    await page.goto(`${server.issuer}/usercenter`)
    await page.waitForURL('**/Account/Login')
  })

  test('an answer by form post takes one more button, a sign-out when nobody is signed in takes none', async () => {
    const { page } = visitor
    await page.goto(
      await authorizationAddress({ response_mode: 'form_post', redirect_uri: `${site.origin}/form-post` }),
    )
    await signIn(page, 'zhangsan', 'Zhangsan.2026')
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL('**/form-post')
    expect(JSON.parse((await page.locator('#result').textContent()) ?? '')).toHaveProperty('code')

    await visitor.context.clearCookies()
    await page.goto(`${server.issuer}/connect/endsession`)
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  })

  test('a person takes back what they allowed', async () => {
    const { page } = visitor
    await page.goto(await authorizationAddress())
    await signIn(page, 'zhangsan', 'Zhangsan.2026')
    if (page.url().includes('/Account/Consent')) await page.getByRole('button', { name: 'Allow' }).click()
    await page.waitForURL(`${site.redirectUri}?*`)
    await page.goto(`${server.issuer}/usercenter`)
    await page.getByRole('button', { name: 'Take back what Reading list may do' }).click()
    await page.getByText('You have allowed no application').waitFor()
    await page.goto(await authorizationAddress())
    await page.waitForURL('**/Account/Consent?*')
  })
})

test('a person registers, is signed in, and closes the account again', async () => {
  const { page } = visitor
  const contact = `${crypto.randomUUID()}@example.com`
  await page.goto(`${server.issuer}/Account/Register`)
  await page.locator('#contact').fill(contact)
  await page.locator('button.button--primary').click()
  await page.locator('#code').fill(await codeFor(server, contact))
  await page.locator('#newPassword').fill('Kettle.Blue.42')
  await page.locator('button.button--primary').click()
  await page.waitForURL('**/usercenter')
  await page.goto(`${server.issuer}/usercenter/close`)
  await page.locator('#password').fill('Kettle.Blue.42')
  await page.locator('button.button--danger').click()
  expect(await page.locator('h1').textContent()).toBe('Your account is closed')
  await page.goto(`${server.issuer}/usercenter`)
  await page.waitForURL('**/Account/Login')
})
