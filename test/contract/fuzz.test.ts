import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { learnDemo } from '../../scripts/fuzz/demo.ts'
import { everyOperation } from '../../scripts/fuzz/operations.ts'
import type { Knowledge } from '../../scripts/fuzz/requests.ts'
import { fuzz } from '../../scripts/fuzz/run.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const seed = Math.floor(Math.random() * 2 ** 31)
const calls = everyOperation.length * 20

describe('a server that keeps to the contract', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ trustProxy: ['loopback'] })
  })
  afterAll(() => server.close())

  test(`answers whatever the generator makes as documented (npm run fuzz -- --calls ${calls} --seed ${seed})`, async () => {
    const { issuer: origin } = server
    const learn = () => learnDemo(origin)
    const report = await fuzz({ origin, operations: everyOperation, calls, seed, learn })
    expect(report.failures).toEqual([])
    expect(report.calls).toBe(calls)
    // Requests that are refused alone would prove little.
    const succeeded = [...report.statuses].filter(([, counts]) => [...counts.keys()].some((status) => status < 400))
    expect(succeeded.length).toBeGreaterThan(everyOperation.length * 0.7)
  }, 240_000)
})

describe('a server that does not is found out', () => {
  const nothing: Knowledge = { bearers: {}, basics: [''], cookies: [], instead: {}, others: {}, examples: [] }

  async function failuresOf(listener: RequestListener) {
    const server = createServer(listener).listen(0, 'localhost')
    await once(server, 'listening')
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`
    try {
      const operations = ['getJsonWebKeySet'] as const
      return (await fuzz({ origin, operations, calls: 20, seed, learn: async () => nothing })).failures
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }
  const json = { 'content-type': 'application/jwk-set+json' }

  const wrong: readonly (readonly [what: string, listener: RequestListener, problem: RegExp])[] = [
    ['a fault', (_req, res) => res.writeHead(500, json).end('{}'), /answered 500/],
    ['a status', (_req, res) => res.writeHead(202, json).end('{"keys":[]}'), /202, which is not documented/],
    ['a media type', (_req, res) => res.writeHead(200, { 'content-type': 'text/plain' }).end('a'), /"text\/plain"/],
    ['a body', (_req, res) => res.writeHead(200, json).end('{"keys":"none"}'), /body that differs: .*keys/],
    ['no answer', (_req, res) => void res.destroy(), /gave no answer/],
  ]
  test.each(wrong)('by %s', async (_what, listener, problem) => {
    expect(await failuresOf(listener)).toEqual([
      expect.objectContaining({ operation: 'getJsonWebKeySet', problem: expect.stringMatching(problem) }),
    ])
  })
})
