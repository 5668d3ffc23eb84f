import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { launchChromium, signIn, type Visitor, visit } from './support/chromium.ts'

let browser: Browser
let server: TestServer
let visitor: Visitor
let clientId: string

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchChromium(), startTestServer()])
})
afterAll(async () => {
  await Promise.all([browser.close(), server.close()])
})

beforeEach(async () => {
  visitor = await visit(browser)
  clientId = await server.addApplication({
    name: 'Plotter',
    grantTypes: [deviceGrant],
    responseTypes: [],
    redirectUris: [],
  })
})
afterEach(async () => {
  await visitor.context.close()
  expect(visitor.problems).toEqual([])
})

interface DeviceCodes {
  device_code: string
  user_code: string
  verification_uri: string
  verification_uri_complete: string
}

async function post(path: string, form: Record<string, string>): Promise<Record<string, unknown>> {
  const body = new URLSearchParams({ client_id: clientId, ...form })
  const headers = { 'user-agent': 'Plotter/1.0' }
  return (await (await fetch(server.issuer + path, { method: 'POST', body, headers })).json()) as Record<
    string,
    unknown
  >
}

async function deviceCodes(): Promise<DeviceCodes> {
  return (await post('/connect/deviceauthorization', { scope: 'openid profile' })) as unknown as DeviceCodes
}

function poll(codes: DeviceCodes): Promise<Record<string, unknown>> {
  return post('/connect/token', { grant_type: deviceGrant, device_code: codes.device_code })
}

describe('a device', () => {
  test('is connected by typing its code, which is forgiving', async () => {
    const { page } = visitor
    const codes = await deviceCodes()
    expect(await poll({ ...codes, device_code: `user-code:${codes.user_code}` })).toMatchObject({
      error: 'invalid_grant',
    })
    await page.goto(codes.verification_uri)
    await page.locator('#user_code:focus').waitFor()
    await page.keyboard.type('nonsense')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('alert').textContent()).toContain('There is no such code')
    expect(await page.locator(':focus').inputValue()).toBe('NONSENSE')
    await page.locator('#user_code').fill(codes.user_code.toLowerCase().replaceAll('-', ''))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Confirm the device' }).waitFor()
    expect(await page.locator('.code-shown').textContent()).toBe(codes.user_code)
    expect(await page.locator('.facts').textContent()).toContain('Plotter/1.0')
    await page.getByRole('button', { name: 'The code matches' }).click()
    await signIn(page)
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.getByRole('heading', { name: 'Device connected' }).waitFor()
    expect(await poll(codes)).toMatchObject({ token_type: 'Bearer', scope: 'openid profile' })
  })

  test('is connected by opening the address that holds the code', async () => {
    const { page } = visitor
    await page.goto(`${server.issuer}/Account/Login`)
    await signIn(page)
    await page.waitForURL('**/usercenter')
    const codes = await deviceCodes()
    await page.goto(codes.verification_uri_complete)
    await page.getByRole('button', { name: 'The code matches' }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.getByRole('heading', { name: 'Device connected' }).waitFor()
    expect(await poll(codes)).toHaveProperty('id_token')
  })

  test('gets nothing when the person cancels or denies', async () => {
    const { page } = visitor
    const first = await deviceCodes()
    await page.goto(first.verification_uri_complete)
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Cancelled')
    expect(await poll(first)).toMatchObject({ error: 'access_denied' })

    const second = await deviceCodes()
    await page.goto(second.verification_uri_complete)
    await page.getByRole('button', { name: 'The code matches' }).click()
    await signIn(page)
    await page.getByRole('button', { name: 'Deny' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Cancelled')
    expect(await poll(second)).toMatchObject({ error: 'access_denied' })
  })
})
