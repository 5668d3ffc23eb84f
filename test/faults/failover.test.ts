import { existsSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { temporaryDirectory } from '../setup/temporary.ts'
import { managementToken } from '../support/api.ts'
import { freePort, type Running, run } from '../support/process.ts'
import { type FailoverCluster, startFailoverCluster } from './support/patroni.ts'

const programs = ['/usr/bin/patroni', '/usr/bin/etcd', '/usr/sbin/haproxy', '/usr/lib/postgresql/15/bin/postgres']
const packages = 'patroni etcd-server python3-etcd haproxy postgresql'

const cleanUps: (() => Promise<unknown>)[] = []
let cluster: FailoverCluster
let server: Running
let issuer: string
let database: pg.Pool

beforeAll(async () => {
  for (const program of programs)
    if (!existsSync(program))
      throw new Error(`There is no ${program}. Install it (on Debian: apt-get install ${packages}).`)
  const files = await temporaryDirectory()
  cleanUps.push(files.remove)
  cluster = await startFailoverCluster()
  cleanUps.push(cluster.close)
  const port = await freePort()
  issuer = `http://localhost:${port}`
  server = run('server/main.ts', {
    DATABASE_URL: cluster.url,
    DATABASE_REPLICA_URL: cluster.replicaUrl,
    DATA_DIR: files.path,
    SECRET_KEY: 'mZ2vTq0l8xkR7cJwB3nF5hYdU9sGpA1e',
    SEED: 'demo',
    PORT: String(port),
    LOG_LEVEL: 'warn',
  })
  cleanUps.push(async () => {
    server.child.kill('SIGINT')
    await server.ended()
  })
  await server.says('OpenAccount ready')
  database = new pg.Pool({ connectionString: cluster.url, max: 2 })
  database.on('error', () => {})
  cleanUps.push(() => database.end())
}, 240_000)
afterAll(async () => {
  for (const undo of cleanUps.reverse()) await undo().catch(() => {})
})

/** What callers were told, and when. */
class Told {
  readonly statuses = new Map<string, number>()
  /** Users whose creation was acknowledged. */
  readonly created: string[] = []
  /** How often a change of each was sent, and acknowledged. */
  readonly changes = new Map<string, { sent: number; acknowledged: number }>()
  /** Refresh tokens that were handed out and not known when they came back. */
  forgotten = 0
  /** The longest time without an acknowledged write, in milliseconds. */
  gap = 0
  #written = performance.now()

  write(): void {
    this.gap = Math.max(this.gap, performance.now() - this.#written)
    this.#written = performance.now()
  }
}

let people = 0

/** Callers of several kinds, until they are told to end; what fails is sent again. */
async function load(told: Told, on: () => boolean): Promise<void> {
  const token = await managementToken({ issuer } as Parameters<typeof managementToken>[0])
  const send = async (name: string, method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${issuer}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    })
    const key = `${name} ${answer.status}`
    told.statuses.set(key, (told.statuses.get(key) ?? 0) + 1)
    return { status: answer.status, body: await answer.json() }
  }
  const repeat = async (work: () => Promise<void>) => {
    while (on()) {
      await work()
      await delay(20)
    }
  }
  const person = () => {
    people += 1
    return { user_name: `failover-${people}`, mobile: String(13_500_000_000 + people), org_code: '10000' }
  }
  const create = async () => {
    const { status, body } = await send('create', 'POST', '/api/v2/tenant/users', person())
    if (status !== 201) return
    told.created.push(body.user_id)
    told.write()
  }
  const changed = await send('create', 'POST', '/api/v2/tenant/users', person())
  const id: string = changed.body.user_id
  const counts = { sent: 0, acknowledged: 0 }
  told.created.push(id)
  told.changes.set(id, counts)
  const change = async () => {
    counts.sent += 1
    const { status } = await send('change', 'PUT', `/api/v2/tenant/users/${id}`, { name: `name ${counts.sent}` })
    if (status === 200) counts.acknowledged += 1
  }
  const list = async () => void (await send('list', 'GET', '/api/v2/tenant/users?org_id=&offset=0&limit=10'))
  await Promise.all([repeat(create), repeat(create), repeat(change), repeat(list), refreshing(told, repeat)])
}

/** A person whose tokens are renewed all the time: each is good for one renewal, and what was handed out is known. */
async function refreshing(told: Told, repeat: (work: () => Promise<void>) => Promise<void>): Promise<void> {
  const ask = async (fields: Record<string, string>) => {
    const answer = await fetch(`${issuer}/connect/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('testAutoClient:testAuto.2022')}` },
      body: new URLSearchParams(fields),
    })
    return { status: answer.status, token: (await answer.json()).refresh_token as string | undefined }
  }
  const person = { username: 'testUserName', password: 'Abc.123456', scope: 'openid offline_access' }
  let token: string | undefined
  // Whoever was not answered cannot know whether the token was used; whoever was, knows that it was not.
  let certain = false
  await repeat(async () => {
    const answer = token
      ? await ask({ grant_type: 'refresh_token', refresh_token: token })
      : await ask({ grant_type: 'password', ...person })
    const key = `refresh ${answer.status}`
    told.statuses.set(key, (told.statuses.get(key) ?? 0) + 1)
    if (answer.status === 200) token = answer.token
    else if (answer.status === 400) {
      if (certain) told.forgotten += 1
      token = undefined
    }
    certain = answer.status === 200
  })
}

/** Does something to the database while callers go on, and looks what is left of what they were told. */
async function through(name: string, fault: () => Promise<unknown>): Promise<void> {
  const told = new Told()
  let on = true
  const callers = load(told, () => on)
  try {
    await vi.waitFor(() => expect(told.created.length).toBeGreaterThan(20), { timeout: 60_000, interval: 100 })
    await fault()
    const before = told.created.length
    await vi.waitFor(() => expect(told.created.length).toBeGreaterThan(before + 20), { timeout: 90_000, interval: 100 })
  } finally {
    on = false
    await callers
  }
  const known = await database.query('select count(*)::int as count from users where id = any($1)', [told.created])
  expect(known.rows[0].count).toBe(told.created.length)
  const twice = await database.query(
    `select subject_id from audit_events where action = 'user.created' group by subject_id having count(*) > 1`,
  )
  expect(twice.rows).toEqual([])
  for (const [id, { sent, acknowledged }] of told.changes) {
    const { rows } = await database.query(
      `select count(*)::int as count from audit_events where action = 'user.changed' and subject_id = $1`,
      [id],
    )
    expect(rows[0].count).toBeGreaterThanOrEqual(acknowledged)
    expect(rows[0].count).toBeLessThanOrEqual(sent)
  }
  expect(told.forgotten).toBe(0)
  const failures = [...told.statuses.keys()].filter((key) => !/ (200|201|503)$/.test(key) && key !== 'refresh 400')
  expect(failures).toEqual([])
  expect(server.child.exitCode).toBeNull()
  const statuses = [...told.statuses].map(([what, count]) => `${what}: ${count}`).sort()
  console.log(
    `${name}: no write for ${(told.gap / 1_000).toFixed(1)} s; ${told.created.length} users acknowledged, all there`,
  )
  console.log(`  ${statuses.join(', ')}`)
}

test('the machine of the primary is lost: what was acknowledged is there, nothing is there twice, and all goes on', async () => {
  const { primary } = await cluster.whole()
  await through('machine lost', () => primary.lose())
  await primary.start()
  const { replica } = await cluster.whole()
  expect(replica.name).toBe(primary.name)
})

test('the PostgreSQL of the primary dies: the other takes over', async () => {
  const { primary } = await cluster.whole()
  await through('PostgreSQL killed', () => primary.killPostgres())
  expect((await cluster.whole()).replica.name).toBe(primary.name)
})

test('somebody asks for another primary: the same, and quicker', async () => {
  const { primary } = await cluster.whole()
  await through('switchover', () => cluster.switchOver())
  expect((await cluster.whole()).replica.name).toBe(primary.name)
})

test('nobody can agree on a primary: nothing is written until they can, and all goes on then', async () => {
  await cluster.whole()
  await through('etcd lost', async () => {
    cluster.signalEtcd('SIGSTOP')
    const ready = async () => (await fetch(`${issuer}/readyz`)).status
    await vi.waitFor(async () => expect(await ready()).toBe(503), { timeout: 120_000, interval: 100 })
    cluster.signalEtcd('SIGCONT')
  })
})

test('lists are read by the replica again', async () => {
  await cluster.whole()
  const token = await managementToken({ issuer } as Parameters<typeof managementToken>[0])
  const reads = async () => {
    await fetch(`${issuer}/api/v2/tenant/users?org_id=&offset=0&limit=10`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const text = await (await fetch(`${issuer}/metrics`)).text()
    return Number(/database_reads_total\{by="replica"\} (\d+)/.exec(text)?.[1] ?? 0)
  }
  const before = await reads()
  await vi.waitFor(async () => expect(await reads()).toBeGreaterThan(before), { timeout: 30_000, interval: 200 })
})
