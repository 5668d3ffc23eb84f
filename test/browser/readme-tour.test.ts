import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { launchChromium, signIn, visit } from './support/chromium.ts'

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
const links = [...readme.matchAll(/^\| [^|]+ \| <http:\/\/localhost:3000(\/[^>]+)> \|/gm)].map(([, path = '']) => path)

let browser: Browser
let server: TestServer
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchChromium(), startTestServer()])
})
afterAll(async () => {
  await Promise.all([browser.close(), server.close()])
})

test('the tour of the README: one sign-in opens the application by every protocol, and one address ends it for all', async () => {
  const [openId = '', cas = '', saml = '', out = '', ...more] = links
  expect([openId, cas, saml, out].filter(Boolean).length + more.length).toBe(4)
  const { context, problems } = await visit(browser)
  // Nothing listens at the application: what is looked at is what the browser asks it for. Each address has a tab of its own.
  const open = async (path: string) => {
    const tab = await context.newPage()
    await tab.goto(server.issuer + path).catch((error: Error) => {
      if (!/ERR_CONNECTION_REFUSED|interrupted/.test(error.message)) throw error
    })
    return tab
  }
  const asked = (path: string) =>
    context.waitForEvent('request', (request) => request.url().startsWith(`http://localhost:5173${path}`))
  const arrivedAt = async (path: string, begin: () => Promise<unknown>) => {
    const [request] = await Promise.all([asked(path), begin()])
    return { query: new URL(request.url()).searchParams, form: new URLSearchParams(request.postData() ?? '') }
  }

  const page = await open(openId)
  await page.waitForURL('**/Account/Login?*')
  const { query } = await arrivedAt('/login/callback/', () => signIn(page, 'zhangsan', 'Zhangsan.2026'))
  expect([query.get('state'), query.get('code')]).toEqual(['af0ifjsldkj', expect.stringMatching(/^.{20,}$/)])

  const ticket = (await arrivedAt('/cas/', () => open(cas))).query.get('ticket') ?? ''
  const service = new URLSearchParams({ service: 'http://localhost:5173/cas/', ticket })
  const told = await fetch(`${server.issuer}/api/v1/cas/p3/serviceValidate?${service}`)
  expect(await told.text()).toContain('<cas:user>zhangsan</cas:user>')

  const response = (await arrivedAt('/saml/acs', () => open(saml))).form.get('SAMLResponse') ?? ''
  expect(Buffer.from(response, 'base64').toString('utf8')).toContain('status:Success')

  await arrivedAt('/logout/callback/', () => open(out))
  for (const path of [openId, cas, saml]) {
    const tab = await open(path)
    expect([path, new URL(tab.url()).pathname]).toEqual([path, '/Account/Login'])
  }
  await context.close()
  expect(problems).toEqual([])
})
