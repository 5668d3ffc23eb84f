import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** Neither a graphics card nor anything that calls home. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const common: BrowserContextOptions = { locale: 'en-GB' }

/**
 * Starts Chromium without a window.
 * @param more command line flags beside the usual ones
 * @throws Error when there is no Chromium, with what to do about it
 */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return await chromium.launch({ executablePath: path(), args: [...flags, ...more] })
}

function path(): string {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (existsSync(path)) return path
  throw new Error(
    `There is no Chromium at ${path}. Install it (on Debian: apt-get install chromium fonts-noto-cjk), or put the path of another one into the environment variable CHROMIUM.`,
  )
}

/**
 * Starts Chromium with a profile in which frames of other sites have their cookies. The windows of `launchChromium` are
 * private ones, which withhold them.
 * @param profile an empty directory
 */
export async function launchWithThirdPartyCookies(profile: string, options: BrowserContextOptions): Promise<Visitor> {
  const preferences = { profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } }
  await mkdir(join(profile, 'Default'))
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  const settings = { executablePath: path(), args: flags, ...common, ...options }
  return await watched(await chromium.launchPersistentContext(profile, settings))
}

/** A person's browser, and what went wrong in it. */
export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** Console errors, uncaught exceptions and violations of a Content-Security-Policy, of all its windows. */
  readonly problems: string[]
}

/** Opens a browser with cookies of its own, in English unless told otherwise. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  return await watched(await browser.newContext({ ...common, ...options }))
}

async function watched(context: BrowserContext): Promise<Visitor> {
  context.setDefaultTimeout(30_000)
  const problems: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.page()?.url()}: ${message.text()}`)
  })
  context.on('weberror', (error) => problems.push(String(error.error())))
  await context.exposeFunction('reportProblem', (problem: string) => problems.push(problem))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const { reportProblem } = globalThis as unknown as { reportProblem(problem: string): void }
      reportProblem(`${location.href}: ${effectiveDirective} blocks ${blockedURI}`)
    })
  })
  return { context, page: await context.newPage(), problems }
}

/** What `site.js` shows on the page that an authorization answer arrived at. */
export interface SiteResult {
  failure?: string
  answer?: Record<string, string>
  tokens?: { access_token: string; id_token: string; refresh_token?: string; scope: string }
  user?: { sub: string; iss?: string; name?: string; email?: string }
}

/** Calls a function that `site.js` offers. */
export function callSite(page: Page, call: string): Promise<unknown> {
  return page.evaluate(`site.${call}`)
}

/** Waits until the relying party has taken an answer and gives what it made of it. */
export async function siteResult(page: Page): Promise<SiteResult> {
  await page.waitForURL('**/callback?*')
  await page.locator('#result[data-ready]').waitFor({ state: 'attached' })
  return JSON.parse((await page.locator('#result').textContent()) ?? '')
}

/** Fills in the sign-in page and sends it. */
export async function signIn(page: Page, username = 'testUserName', password = 'Abc.123456'): Promise<void> {
  await page.locator('#username').fill(username)
  await page.locator('#password').fill(password)
  await page.locator('button[type=submit]').click()
}
