import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDocsSite } from '../support/docs-site.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const run = promisify(execFile)
const program = join(import.meta.dirname, 'node_modules/lighthouse/cli/index.js')

let server: TestServer
beforeAll(async () => {
  await makeDocsSite()
  server = await startTestServer()
})
afterAll(() => server.close())

interface Report {
  categories: Record<string, { score: number | null }>
  audits: Record<string, { score: number | null; title: string; displayValue?: string }>
}

const pages = ['zh/index.html', 'en/guides/account/sign-in.html', 'en/reference/account/createUsers.html']
const devices = { phone: [], desktop: ['--preset=desktop'] }

/** Figures of performance depend on the machine: they are printed, the others are held. */
const held = ['accessibility', 'best-practices', 'seo']

for (const [device, options] of Object.entries(devices)) {
  test.each(pages)(`on a ${device}, Lighthouse finds nothing to say against %s`, async (page) => {
    const { stdout } = await run(
      process.execPath,
      [
        program,
        `${server.issuer}/docs/${page}`,
        ...['--output=json', '--quiet', `--only-categories=performance,${held.join(',')}`],
        '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
        ...options,
      ],
      {
        env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' },
        maxBuffer: 64 * 1024 * 1024,
      },
    )
    const { categories, audits } = JSON.parse(stdout) as Report
    const scores = Object.entries(categories).map(
      ([name, { score }]) => [name, Math.round((score ?? 0) * 100)] as const,
    )
    const paint = audits['largest-contentful-paint']?.displayValue
    console.log(
      `lighthouse, ${device}, ${page}: ${scores.map((pair) => pair.join(' ')).join(', ')}; largest paint ${paint}`,
    )
    const failed = Object.values(audits).flatMap(({ score, title }) => (score === 0 ? [title] : []))
    for (const [name, score] of scores)
      if (held.includes(name)) expect([name, score >= 95, failed]).toEqual([name, true, failed])
  })
}
