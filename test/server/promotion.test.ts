import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { managementToken } from '../support/api.ts'
import { type MovingAddress, startMovingAddress } from '../support/moving-address.ts'
import { freePort, type Running, run } from '../support/process.ts'
import { type ReplicatedDatabase, startReplicatedDatabase } from '../support/replica.ts'

let postgres: ReplicatedDatabase
let address: MovingAddress
let server: Running
let issuer: string
beforeAll(async () => {
  postgres = await startReplicatedDatabase()
  // Each commit waits for the replica, so that nothing is acknowledged that it has not.
  await postgres.onPrimary("alter system set synchronous_standby_names = '*'")
  await postgres.onPrimary('select pg_reload_conf()')
  await postgres.onPrimary('alter database openaccount set synchronous_commit = on')
  address = await startMovingAddress(postgres.database.url)
  const port = await freePort()
  issuer = `http://localhost:${port}`
  server = run('server/main.ts', {
    DATABASE_URL: address.url,
    DATABASE_REPLICA_URL: postgres.replicaUrl,
    SECRET_KEY: randomBytes(32).toString('base64'),
    SEED: 'demo',
    PORT: String(port),
    LOG_LEVEL: 'warn',
  })
  await server.says('OpenAccount ready')
}, 120_000)
afterAll(async () => {
  server.child.kill('SIGINT')
  await server.ended()
  await address.close()
  await postgres.close()
})

test('a replica is promoted and the address moves to it: what was acknowledged is there, and all goes on by itself', {
  timeout: 120_000,
}, async () => {
  const token = await managementToken({ issuer } as Parameters<typeof managementToken>[0])
  const created: string[] = []
  const statuses = new Set<number>()
  let people = 0
  let on = true
  const create = async () => {
    while (on) {
      people += 1
      const body = { user_name: `moved-${people}`, mobile: String(13_600_000_000 + people), org_code: '10000' }
      const answer = await fetch(`${issuer}/api/v2/tenant/users`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      statuses.add(answer.status)
      if (answer.status === 201) created.push((await answer.json()).user_id)
    }
  }
  const callers = [create(), create(), create()]
  const more = async (count: number) => {
    const before = created.length
    await vi.waitFor(() => expect(created.length).toBeGreaterThan(before + count), { timeout: 60_000, interval: 50 })
  }
  await more(20)
  await postgres.onReplica('select pg_promote()')
  address.moveTo(Number(new URL(postgres.replicaUrl).port))
  await more(20)
  on = false
  await Promise.all(callers)
  expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([])
  const { rows } = await postgres.onReplica(
    `select count(*)::int as count from users where id = any('{${created.join(',')}}'::uuid[])`,
  )
  expect(rows[0].count).toBe(created.length)
})
