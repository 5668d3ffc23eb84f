import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningMock, startMock } from '../mocks/start.ts'
import { type Stranger, strangersProgram, strangersResult, strangerWithSdk } from '../support/stranger.ts'
import { launchChromium, visit } from './support/chromium.ts'

let browser: Browser
let stranger: Stranger
let mock: RunningMock
beforeAll(async () => {
  ;[browser, stranger, mock] = await Promise.all([launchChromium(), strangerWithSdk(), startMock()])
})
afterAll(async () => {
  await Promise.all([browser.close(), stranger.remove(), mock.stop()])
})

test('the packed SDK runs in a page of another origin', async () => {
  const program = join(stranger.project, 'program.mjs')
  await writeFile(program, strangersProgram)
  const { outputFiles } = await build({ entryPoints: [program], bundle: true, format: 'esm', write: false })
  const site = createServer((request, response) => {
    const isProgram = request.url === '/program.mjs'
    response.setHeader('Content-Type', isProgram ? 'text/javascript' : 'text/html')
    response.end(isProgram ? outputFiles[0]?.text : '<!doctype html><title>Stranger</title>')
  }).listen(0, '127.0.0.1')
  await once(site, 'listening')
  try {
    const { page } = await visit(browser)
    await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`)
    const result = await page.evaluate(`import('/program.mjs').then(({ program }) => program('${mock.origin}'))`)
    expect(result).toEqual(strangersResult)
  } finally {
    site.closeAllConnections()
    site.close()
  }
})
