import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryDirectory } from '../setup/temporary.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { selfSignedCertificate } from './support/certificate.ts'
import {
  callSite,
  launchChromium,
  launchWithThirdPartyCookies,
  signIn,
  siteResult,
  type Visitor,
  visit,
} from './support/chromium.ts'
import { type RelyingParty, startRelyingParty } from './support/relying-party.ts'
import { type SecureNode, startSecureNode } from './support/secure-node.ts'

// Browsers treat 127.0.0.1 and localhost as two sites, so frames of ours in these pages are third-party frames.

let server: TestServer
let node: SecureNode
let site: RelyingParty
let plainSite: RelyingParty
let clientId: string

beforeAll(async () => {
  const certificate = selfSignedCertificate()
  ;[server, site, plainSite] = await Promise.all([
    startTestServer(),
    startRelyingParty('127.0.0.1', certificate),
    startRelyingParty('127.0.0.1'),
  ])
  node = await startSecureNode(server, certificate)
  clientId = await server.addApplication({
    firstParty: true,
    redirectUris: [site.redirectUri, plainSite.redirectUri],
    listenerOrigins: [site.origin, plainSite.origin],
  })
  site.use({ issuer: node.issuer, clientId })
})
afterAll(async () => {
  await node.close()
  await Promise.all([server.close(), site.close(), plainSite.close()])
})

function check(page: Page, accountOrigin: string): Promise<unknown> {
  return page.evaluate(`OpenAccountSession.check({ accountOrigin: '${accountOrigin}' })`)
}

async function walk({ context, page, problems }: Visitor): Promise<unknown[]> {
  const seen: unknown[] = []
  await page.goto(site.origin)
  seen.push(await check(page, node.issuer))
  await callSite(page, 'signIn()')
  await signIn(page)
  const { user } = await siteResult(page)
  seen.push(JSON.parse(JSON.stringify(await check(page, node.issuer)).replaceAll(user?.sub ?? ' ', 'the person')))
  seen.push(await callSite(page, 'sessionState()'))
  expect(problems).toEqual([])
  await context.close()
  return seen
}

describe('a site of another domain, over https', () => {
  test('learns who is signed in where the browser lets frames have their cookies', async () => {
    const profile = await temporaryDirectory()
    const visitor = await launchWithThirdPartyCookies(profile.path, { ignoreHTTPSErrors: true })
    expect(await walk(visitor)).toEqual([
      { status: 'signed_out', guid: null },
      { status: 'signed_in', guid: 'the person' },
      'unchanged',
    ])
    await profile.remove()
  })

  test('learns that nothing is known where the browser withholds them; signing in works all the same', async () => {
    const browser = await launchChromium(['--test-third-party-cookie-phaseout'])
    expect(await walk(await visit(browser, { ignoreHTTPSErrors: true }))).toEqual([
      { status: 'unknown', guid: null },
      { status: 'unknown', guid: null },
      'error',
    ])
    await browser.close()
  })
})

describe('a site of another domain, over plain http', () => {
  test('learns that nothing is known, since cookies for other sites need https', async () => {
    const browser = await launchChromium()
    const { page, problems } = await visit(browser)
    plainSite.use({ issuer: server.issuer, clientId })
    await page.goto(plainSite.origin)
    await callSite(page, 'signIn()')
    await signIn(page)
    expect((await siteResult(page)).user?.name).toBe('Test User')
    expect(await check(page, server.issuer)).toEqual({ status: 'unknown', guid: null })
    expect(problems).toEqual([])
    await browser.close()
  })
})
