import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OperationId, operations } from '../../generated/operations.ts'
import { readJourneys } from '../../scripts/docs/journeys.ts'
import { apis } from '../../scripts/generate/apis.ts'
import { apiOfJourney, journeyFiles, runJourneys } from '../support/journeys.ts'
import { type RunningPrism, startPrism } from '../support/prism.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const sets = await readJourneys(join(import.meta.dirname, '../..'), apis)

let server: TestServer
let proxies: Record<'account' | 'oneaccess', RunningPrism>
let folder: string

beforeAll(async () => {
  server = await startTestServer()
  const [account, oneaccess] = await Promise.all(
    (['account', 'oneaccess'] as const).map((api) => startPrism(api, server.issuer)),
  )
  if (!account || !oneaccess) throw new Error('Prism is missing.')
  proxies = { account, oneaccess }
  folder = await mkdtemp(join(tmpdir(), 'journeys-'))
})
afterAll(async () => {
  for (const { stop } of Object.values(proxies)) stop()
  await server.close()
  await rm(folder, { recursive: true })
})

interface Har {
  log: {
    entries: {
      request: { method: string; url: string }
      response: { status: number; headers: { name: string; value: string }[] }
    }[]
  }
}

/** What was asked and answered, by operation. */
async function answersIn(har: string) {
  const { log } = JSON.parse(await readFile(har, 'utf8')) as Har
  return log.entries.map(({ request, response }) => {
    const operation = operationAt(request.method, new URL(request.url).pathname)
    const headers = new Map(response.headers.map(({ name, value }) => [name.toLowerCase(), value]))
    return { operation, status: response.status, headers }
  })
}

function operationAt(method: string, path: string): OperationId {
  const found = Object.entries(operations).find(([, operation]) => {
    if (operation.method !== method.toLowerCase()) return false
    return new RegExp(`^${operation.path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path)
  })
  if (!found) throw new Error(`no operation at ${method} ${path}`)
  return found[0] as OperationId
}

/** The operations of the steps of a file. */
function calledIn(file: string): string[] {
  const set = sets.find(({ path }) => path === `journeys/${file.replace('.arazzo.yaml', '.html')}`)
  const called = set?.description.workflows.flatMap(({ steps }) => steps.map(({ operationId }) => operationId)) ?? []
  return [...new Set(called)].filter((id): id is string => id !== undefined).sort()
}

/** In front of the server somebody has to look at a captcha and at a telephone; its journey runs on the mock. */
const walkable = journeyFiles.filter((file) => file !== 'oneaccess-sign-in.arazzo.yaml')

test.each(walkable)(
  'stock Prism in front of the server finds no violation in %s',
  async (file) => {
    const har = join(folder, `${file}.har`)
    // Every step ends as the journey says, or this fails.
    expect(await runJourneys(file, proxies[apiOfJourney(file)].origin, har)).toMatch(/Workflows: \d+ passed, \d+ total/)
    const answers = await answersIn(har)
    expect([...new Set(answers.map(({ operation }) => operation))].sort()).toEqual(calledIn(file))
    for (const { operation, status, headers } of answers) {
      expect([operation, status, headers.get('sl-violations')]).toEqual([operation, status, undefined])
      // The server has answered, not Prism in its place.
      expect([operation, headers.has('x-request-id')]).toEqual([operation, true])
    }
  },
  60_000,
)

test('it does find what the contract does not say', async () => {
  const upstream = createServer((_, response) => response.setHeader('content-type', 'application/json').end('{}'))
  upstream.listen(0, '127.0.0.1')
  await once(upstream, 'listening')
  const prism = await startPrism('account', `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`)
  try {
    const { headers } = await fetch(`${prism.origin}/.well-known/openid-configuration`)
    expect(headers.get('sl-violations')).toContain("must have required property 'issuer'")
  } finally {
    prism.stop()
    upstream.close()
  }
}, 120_000)
