import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { freePort, type Running, run } from '../support/process.ts'
import { startSwallowingProxy } from '../support/swallowing-proxy.ts'

const cleanUps: (() => Promise<unknown>)[] = []
let base: string
let port: number

beforeEach(async () => {
  port = await freePort()
  base = `http://localhost:${port}`
})
afterEach(async () => {
  for (const undo of cleanUps.splice(0).reverse()) await undo()
})

async function start(env: Record<string, string>): Promise<Running> {
  const server = run('server/main.ts', { PORT: String(port), LOG_LEVEL: 'warn', ...env })
  cleanUps.push(async () => {
    server.child.kill('SIGTERM')
    await server.ended()
  })
  await server.says('OpenAccount ready')
  return server
}

async function startOnDatabase(env: Record<string, string> = {}) {
  const { url, drop } = await createEmptyDatabase()
  cleanUps.push(drop)
  const proxy = await startSwallowingProxy(url)
  cleanUps.push(proxy.close)
  const secret = randomBytes(32).toString('base64')
  const server = await start({ DATABASE_URL: proxy.url, SECRET_KEY: secret, SEED: 'demo', ...env })
  const sql = async (text: string) => {
    const client = new pg.Client({ connectionString: url, options: '-c default_transaction_read_only=off' })
    await client.connect()
    await client.query(text).finally(() => client.end())
  }
  return { server, proxy, sql }
}

const signIn = () =>
  fetch(`${base}/connect/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('testAutoClient:testAuto.2022')}` },
    body: new URLSearchParams({
      grant_type: 'password',
      username: 'testUserName',
      password: 'Abc.123456',
      scope: 'openid ZMS.UserDetails.Read',
    }),
  })
const ready = () => fetch(`${base}/readyz`)

describe('a server whose database has a fault', { timeout: 180_000 }, () => {
  test('says so in the shape of each API, with Retry-After, and ends when it is told to', async () => {
    const { server, proxy } = await startOnDatabase()
    const { access_token: accessToken } = await (await signIn()).json()
    proxy.swallowAll()
    const [token, userInfo, envelope, oneAccess, page] = await Promise.all([
      signIn(),
      fetch(`${base}/connect/userinfo`, { headers: { authorization: `Bearer ${accessToken}` } }),
      fetch(`${base}/api/v1.0/user/details`, { headers: { authorization: `Bearer ${accessToken}` } }),
      fetch(`${base}/api/v2/tenant/users?offset=0&limit=10`, { headers: { authorization: 'Bearer any' } }),
      fetch(`${base}/usercenter`, { headers: { cookie: '_session=any', accept: 'text/html' } }),
    ])
    expect(token.status).toBe(503)
    expect(await token.json()).toMatchObject({ error: 'temporarily_unavailable' })
    expect(userInfo.status).toBe(503)
    expect(await userInfo.json()).toMatchObject({ error: 'temporarily_unavailable' })
    expect(envelope.status).toBe(503)
    expect(await envelope.json()).toMatchObject({ error: 'ServiceUnavailable' })
    expect(oneAccess.status).toBe(503)
    expect(await oneAccess.json()).toMatchObject({ error_code: 'COMMON.0503' })
    expect(page.status).toBe(503)
    expect(page.headers.get('content-type')).toContain('text/html')
    for (const { headers } of [token, userInfo, envelope, oneAccess, page])
      expect(headers.get('retry-after')).toMatch(/^\d+$/)
    const began = performance.now()
    const unready = await ready()
    // Sooner than the five seconds after which a connection to the database is given up.
    expect(performance.now() - began).toBeLessThan(4_000)
    expect(unready.status).toBe(503)

    // Whatever hangs, the process ends.
    const stop = performance.now()
    server.child.kill('SIGTERM')
    await server.ended()
    expect(performance.now() - stop).toBeLessThan(28_000)
  })

  test('is ready only while the database takes writes', async () => {
    const { sql } = await startOnDatabase()
    expect((await ready()).status).toBe(200)
    const database = `(select quote_ident(current_database()))`
    const endConnections = () =>
      sql(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`)
    // A disk without room: what PostgreSQL puts into a file finds no place.
    const setting = (change: string) =>
      sql(`do $$ begin execute 'alter database ' || ${database} || ' ${change}'; end $$`)
    await setting('set temp_file_limit = 0')
    await endConnections()
    await vi.waitFor(async () => expect((await ready()).status).toBe(503), { timeout: 20_000, interval: 100 })
    await setting('reset temp_file_limit')
    await endConnections()
    await vi.waitFor(async () => expect((await ready()).status).toBe(200), { timeout: 20_000, interval: 100 })

    await setting('set default_transaction_read_only = on')
    await endConnections()
    await vi.waitFor(async () => expect((await ready()).status).toBe(503), { timeout: 20_000, interval: 100 })
    expect((await signIn()).status).toBe(503)
    await setting('reset default_transaction_read_only')
    await endConnections()
    await vi.waitFor(async () => expect((await ready()).status).toBe(200), { timeout: 20_000, interval: 100 })
    expect((await signIn()).status).toBe(200)
  })

  test('brings its embedded database back', async () => {
    const { path, remove } = await temporaryDirectory()
    cleanUps.push(remove)
    const server = await start({ DATA_DIR: path, LOG_LEVEL: 'info' })
    const pid = Number((await readFile(join(path, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
    process.kill(pid, 'SIGKILL')
    // It may be back before anybody has asked whether the server is ready.
    await server.says('the embedded PostgreSQL runs again')
    await vi.waitFor(async () => expect((await ready()).status).toBe(200), { timeout: 20_000, interval: 50 })
    expect((await signIn()).status).toBe(200)
  })
})

describe('a stop', { timeout: 120_000 }, () => {
  test('is told by /readyz while the server goes on serving', async () => {
    const { server } = await startOnDatabase({ DRAIN_SECONDS: '5', LOG_LEVEL: 'info' })
    const began = performance.now()
    server.child.kill('SIGTERM')
    await server.says('stopping')
    const answer = await ready()
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({ status: 'unready', reason: 'the server is stopping' })
    expect((await signIn()).status).toBe(200)
    expect(await server.ended()).toBe(0)
    expect(performance.now() - began).toBeGreaterThan(5_000)
  })

  test('at a terminal is at once', async () => {
    const { server } = await startOnDatabase({ DRAIN_SECONDS: '60' })
    server.child.kill('SIGINT')
    server.child.kill('SIGINT')
    expect(await server.ended()).toBe(0)
  })
})

test('/metrics has a port of its own where one is named', { timeout: 120_000 }, async () => {
  const metricsPort = await freePort()
  await startOnDatabase({ METRICS_PORT: String(metricsPort) })
  expect((await fetch(`${base}/metrics`)).status).toBe(404)
  const metrics = await fetch(`http://localhost:${metricsPort}/metrics`)
  expect(await metrics.text()).toContain('database_connections')
  expect((await fetch(`http://localhost:${metricsPort}/readyz`)).status).toBe(404)
})
