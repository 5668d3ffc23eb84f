import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Running } from '../support/process.ts'
import { type SwallowingProxy, startSwallowingProxy } from '../support/swallowing-proxy.ts'
import { installation, kill } from './support/installation.ts'
import { OwnPostgres } from './support/postgres.ts'
import { report, short } from './support/report.ts'
import { Writers } from './support/writers.ts'

/** How long the database is away, in milliseconds. */
const away = short ? 3_000 : 15_000
/** How soon the server has to go on by itself once it is back, in milliseconds. */
const back = 60_000

let postgres: OwnPostgres
let proxy: SwallowingProxy
let server: Running
let base: string
// One server goes through all of it: what one fault leaves behind meets the next.
beforeAll(async () => {
  postgres = await OwnPostgres.start({ settings: ['max_connections=40'] })
  proxy = await startSwallowingProxy(postgres.url)
  const made = await installation(proxy.url)
  base = made.base
  server = await made.start()
})
afterAll(async () => {
  await kill(server)
  await proxy.close()
  await postgres.close()
})

/** Programs that write while the fault happens, and what has to be true of them afterwards. */
async function underWriters() {
  const writers = await Writers.start(base)
  await writers.promiseMore(20, 120_000)
  return async (fault: string) => {
    const began = performance.now()
    await writers.promiseMore(20, back)
    const after = `goes on ${Math.round(performance.now() - began)} ms after the database is back`
    await vi.waitFor(async () => expect((await ready()).status).toBe(200), 30_000)
    report(fault, after, await writers.settle(postgres))
    expect(server.child.exitCode).toBeNull()
  }
}
const ready = () => fetch(`${base}/readyz`)

test('a database that is restarted in order costs refusals alone', async () => {
  const goesOn = await underWriters()
  await postgres.end('SIGINT')
  await delay(away)
  expect((await ready()).status).toBe(503)
  await postgres.startAgain()
  await goesOn('database restarted')
})

test('a database that is killed has kept what was promised, and nothing by halves', async () => {
  const goesOn = await underWriters()
  await postgres.end('SIGKILL')
  await delay(away)
  await postgres.startAgain()
  await goesOn('database killed')
})

test('a backend that is killed takes all connections along, and they are made again', async () => {
  const goesOn = await underWriters()
  const [backend] = await postgres.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'openaccount' and backend_type = 'client backend' limit 1`,
  )
  process.kill(backend?.pid ?? 0, 'SIGKILL')
  await delay(500)
  await postgres.answers()
  await goesOn('a backend of the database killed')
})

/** A node whose database takes no write for five seconds is not ready: until then it may only be slow. */
const leavesTheProxy = () =>
  expect.poll(async () => (await ready()).status, { timeout: 60_000, interval: 200 }).toBe(503)

test('a database that stands still keeps nobody waiting for long, and finishes nothing twice when it goes on', async () => {
  const goesOn = await underWriters()
  await postgres.pause()
  await delay(away)
  await leavesTheProxy()
  expect((await fetch(`${base}/healthz`)).status).toBe(200)
  await postgres.resume()
  await goesOn('database paused')
})

test('a database whose connections others have taken refuses, and serves again when they are free', async () => {
  const goesOn = await underWriters()
  // While the server stands still it loses all it has, and others take them until none is left.
  server.child.kill('SIGSTOP')
  const others: pg.Client[] = []
  await vi.waitFor(
    async () => {
      const lost = await loseConnections()
      const full = await takeAll(others)
      expect([lost, full]).toEqual([0, true])
    },
    { timeout: 60_000, interval: 100 },
  )
  server.child.kill('SIGCONT')
  await delay(away)
  expect((await ready()).status).toBe(503)
  const refused = await fetch(`${base}/connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'trustedDemo',
      client_secret: 'trusted.Demo.2026',
    }),
  })
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('5')
  await Promise.all(others.map((client) => client.end()))
  await goesOn('database out of connections')
})

/** What the connections of others are known by. */
const taker = 'others'

/** Takes what connections there are. @returns whether it ended because there was none any more */
async function takeAll(others: pg.Client[]): Promise<boolean> {
  const url = new URL(postgres.url)
  url.searchParams.set('application_name', taker)
  for (;;) {
    const taken = await postgres.connect(url.href).catch((error: { code?: string }) => error.code)
    if (typeof taken === 'string' || taken === undefined) return taken === '53300'
    others.push(taken)
  }
}

/** Ends what connections the server has, those that are only being made among them. @returns how many that were */
async function loseConnections(): Promise<number> {
  const ended = await postgres.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name is distinct from $1`,
    [taker],
  )
  return ended.length
}

test('a way to the database that swallows everything is found out, and left when there is another', async () => {
  const goesOn = await underWriters()
  proxy.swallowAll()
  await delay(away)
  await leavesTheProxy()
  proxy.passNew()
  await goesOn('way to the database swallowed')
})
