import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ask, clientToken, type Envelope } from '../support/api.ts'
import { freePort, run } from '../support/process.ts'
import { type ReplicatedDatabase, startReplicatedDatabase } from '../support/replica.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let postgres: ReplicatedDatabase
let server: TestServer
let token: string
beforeAll(async () => {
  postgres = await startReplicatedDatabase()
  const { database, replicaUrl } = postgres
  server = await startTestServer({ database, replicaUrl })
  token = await clientToken(server, 'ZMS.Users.Read')
})
afterAll(async () => {
  await server.close()
  await postgres.close()
})

async function figure(pattern: RegExp): Promise<number> {
  return Number(pattern.exec(await (await fetch(`${server.issuer}/metrics`)).text())?.[1] ?? 0)
}
const readBy = (by: string) => figure(new RegExp(`^database_reads_total\\{by="${by}"\\} (\\d+)`, 'm'))

const list = (page = 1) =>
  ask<Envelope<string>>(server, 'GET', `/api/v1.0/trusted/users/guids?pageSize=200&pageNum=${page}`, { token })

/** Waits until a list is read by it. */
async function untilReadBy(by: string, timeout = 30_000): Promise<void> {
  const before = await readBy(by)
  await vi.waitFor(
    async () => {
      expect((await list()).status).toBe(200)
      expect(await readBy(by)).toBeGreaterThan(before)
    },
    { timeout, interval: 100 },
  )
}

/** Asks for lists, several at a time, while something is done. @returns the statuses that were seen, and the longest wait in ms */
async function underLoad(work: () => Promise<unknown>, page = 1): Promise<{ statuses: number[]; longest: number }> {
  const statuses = new Set<number>()
  let longest = 0
  let on = true
  const callers = Array.from({ length: 4 }, async () => {
    while (on) {
      const began = performance.now()
      statuses.add((await list(page)).status)
      longest = Math.max(longest, performance.now() - began)
    }
  })
  await work().finally(() => {
    on = false
  })
  await Promise.all(callers)
  return { statuses: [...statuses], longest }
}

beforeEach(() => untilReadBy('replica'), 60_000)

/** What `npm run doctor` finds out about it. */
async function doctor(env: Record<string, string> = {}): Promise<{ state: string; says: string }[]> {
  const { database, replicaUrl } = postgres
  const urls = { DATABASE_URL: database.url, DATABASE_REPLICA_URL: replicaUrl }
  const running = run('scripts/doctor.ts', { ...urls, SECRET_KEY: secret, ...env }, ['--json'])
  await running.ended()
  const findings: { about: string; state: string; says: string }[] = JSON.parse(running.output())
  return findings.filter(({ about }) => about === 'replica').map(({ state, says }) => ({ state, says }))
}
const secret = randomBytes(32).toString('base64')

test('the doctor tells how it stands', { timeout: 120_000 }, async () => {
  const fine = { state: 'ok', says: expect.stringMatching(/^PostgreSQL \d+, 0\.\d MiB of changes behind$/) }
  expect(await doctor()).toEqual([fine])
  expect(await doctor({ DATABASE_REPLICA_URL: postgres.database.url })).toEqual([
    { state: 'wrong', says: 'it is no standby' },
  ])
  const nowhere = `postgres://nobody:none@127.0.0.1:${await freePort()}/missing`
  expect(await doctor({ DATABASE_REPLICA_URL: nowhere })).toEqual([
    { state: 'warning', says: expect.stringMatching(/^cannot be used: /) },
  ])
})

describe('lists are answered by the primary, without a failure and at once', { timeout: 120_000 }, () => {
  test('when the replica is killed in the middle, and by the replica again when it is back', async () => {
    const { statuses } = await underLoad(async () => {
      await postgres.killReplica()
      await untilReadBy('away')
    })
    expect(statuses).toEqual([200])
    await postgres.startReplica()
    await untilReadBy('replica')
  })

  test('within some seconds when the replica swallows what it is asked', async () => {
    const { statuses, longest } = await underLoad(async () => {
      await postgres.signalReplica('SIGSTOP')
      await untilReadBy('away')
    })
    expect(statuses).toEqual([200])
    // Two seconds until the silence is looked into, and two until nobody has answered that either: a statement would be waited for 20.
    expect(longest).toBeLessThan(16_000)
    await postgres.signalReplica('SIGCONT')
    await untilReadBy('replica')
  })

  test('when the replica is more than ten seconds behind, whose figure says how far', async () => {
    await postgres.pause()
    const id = await server.addUser({})
    expect((await list()).body.data).not.toContain(id)
    await vi.waitFor(async () => expect((await list()).body.data).toContain(id), { timeout: 20_000, interval: 250 })
    expect(await figure(/^database_replica_lag_seconds ([\d.]+)/m)).toBeGreaterThan(8)
    expect((await fetch(`${server.issuer}/readyz`)).status).toBe(200)
    await postgres.resume()
    await untilReadBy('replica')
    await expect.poll(() => figure(/^database_replica_lag_seconds ([\d.]+)/m)).toBeLessThan(3)
  })

  test('when the primary begins another life, until the replica follows that', async () => {
    await postgres.pause()
    const id = await server.addUser({})
    // What a crash and a promotion do to tables that are not logged.
    await postgres.onPrimary('truncate present_era, caller_writes')
    await untilReadBy('away')
    expect((await list()).body.data).toContain(id)
    await postgres.resume()
    await untilReadBy('replica')
  })

  test('when the replica ends what is read because it has to remove the rows', async () => {
    // Many people, so that something is being read at any moment.
    await postgres.onPrimary(`insert into users (id, user_name)
      select id, id from (select gen_random_uuid() as id from generate_series(1, 10000)) as made`)
    await postgres.onReplica('alter system set max_standby_streaming_delay = 0')
    await postgres.onReplica('select pg_reload_conf()')
    await postgres.caughtUp()
    const refused = await readBy('refused')
    const { statuses } = await underLoad(async () => {
      await vi.waitFor(
        async () => {
          await postgres.onPrimary('begin; lock table users in access exclusive mode; commit')
          expect(await readBy('refused')).toBeGreaterThan(refused)
        },
        { timeout: 20_000, interval: 20 },
      )
    }, 50)
    expect(statuses).toEqual([200])
  })

  test('when the replica has been made a primary', async () => {
    await postgres.onReplica('select pg_promote()')
    await untilReadBy('away')
    const before = await readBy('replica')
    for (let n = 0; n < 5; n += 1) expect((await list()).status).toBe(200)
    expect(await readBy('replica')).toBe(before)
  })
})
