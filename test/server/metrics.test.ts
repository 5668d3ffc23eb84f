import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { JobQueue } from '../../server/jobs/queue.ts'
import { createLogger } from '../../server/log/log.ts'
import { Metrics } from '../../server/log/metrics.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const root = new URL('../../', import.meta.url)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const figures = async () => (await fetch(`${server.issuer}/metrics`)).text()

/** The lines of one figure. */
const linesOf = (text: string, name: string) => text.split('\n').filter((line) => line.startsWith(name))

test('events that an application does not take, and the queues of background work, are figures of the installation', async () => {
  const clientId = await server.addApplication({})
  await server.database.pool.query(
    `with callback as (
      insert into event_callbacks (client_id, address, token) values ($1, 'https://example.com/events', '') returning client_id
    )
    insert into event_deliveries (client_id, subject_type, subject_id, kind, made_in, state)
    select client_id, 'user', gen_random_uuid(), 'UPDATE', 1, 'dead' from callback`,
    [clientId],
  )
  // They hold for ten seconds, and nobody has asked before.
  const text = await figures()
  expect(linesOf(text, 'event_deliveries')).toContain('event_deliveries{state="dead"} 1')
  expect(linesOf(text, 'jobs_waiting').join('\n')).toContain('queue="purge-expired-state"')
})

test('a wrong password counts as a refusal of its operation, by a reason of ours and never by what was sent', async () => {
  const basic = `Basic ${btoa('testAutoClient:testAuto.2022')}`
  const body = new URLSearchParams({ grant_type: 'password', username: 'testUserName', password: 'wrong' })
  await fetch(`${server.issuer}/connect/token`, { method: 'POST', headers: { Authorization: basic }, body })
  await fetch(`${server.issuer}/connect/userinfo`, { headers: { Authorization: 'Bearer secret-of-somebody' } })

  const refused = linesOf(await figures(), 'requests_refused_total')
  expect(refused).toContain('requests_refused_total{operation="getUserInfo",reason="invalid_token"} 1')
  expect(refused.join('\n')).not.toContain('secret-of-somebody')
  expect(refused).toContain('requests_refused_total{operation="issueToken",reason="invalid_grant"} 1')
})

test('background work that fails is counted by its queue', async () => {
  const metrics = new Metrics(server.database.pool, [])
  const jobs = await JobQueue.start({
    pool: server.database.pool,
    log: createLogger({ level: 'silent' }),
    onFailed: (queue) => metrics.jobFailed(queue),
  })
  await jobs.define('failing', { retryLimit: 0 })
  await jobs.work('failing', { seconds: 0.5 }, () => Promise.reject(new Error('as it should')))
  await server.database.db.transaction().execute((trx) => jobs.send(trx, 'failing', {}))
  await vi.waitFor(
    async () => expect(await metrics.registry.metrics()).toContain('jobs_failed_total{queue="failing"} 1'),
    {
      timeout: 10_000,
      interval: 100,
    },
  )
  await jobs.stop()
})

test('alert rules and the dashboard name figures that the server has, and the rules parts of the runbook that exist', async () => {
  const [rules, dashboard, runbook] = await Promise.all(
    ['deploy/prometheus/alerts.yaml', 'deploy/grafana/openaccount.json', 'docs/operations.md'].map((path) =>
      readFile(new URL(path, root), 'utf8'),
    ),
  )
  const shown = new Set([...(await figures()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name))
  // Where there is a replica: test/server/replica-faults.test.ts.
  shown.add('database_replica_lag_seconds')
  const named = `${rules}${dashboard}`.matchAll(/\b([a-z]+(?:_[a-z0-9]+)+)\{(?:\\?")?job/g)
  const used = new Set([...named].map(([, name = '']) => name.replace(/(?<=seconds)_(?:bucket|count|sum)$/, '')))
  expect(used.size).toBeGreaterThan(8)
  expect([...used].filter((name) => !shown.has(name))).toEqual([])

  const headings = [...(runbook ?? '').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  )
  const parts = [...(rules ?? '').matchAll(/runbook: docs\/operations\.md#(\S+)/g)].map(([, part]) => part)
  expect(parts.length).toBeGreaterThan(5)
  expect(parts.filter((part) => !headings.includes(part ?? ''))).toEqual([])
})
