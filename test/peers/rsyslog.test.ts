import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../setup/database.ts'
import { freePort, run } from '../support/process.ts'
import { type Rsyslog, startRsyslog } from './support/rsyslog.ts'

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const undo of cleanUps.splice(0).reverse()) await undo()
})

/** A server that hands its audit log to that rsyslog. */
async function serverBefore(rsyslog: Rsyslog, protocol: 'tcp' | 'tls') {
  const database = await createTestDatabase()
  cleanUps.push(database.close)
  const server = run('server/main.ts', {
    PORT: String(await freePort()),
    DATABASE_URL: database.url,
    SECRET_KEY: randomBytes(32).toString('base64'),
    AUDIT_EXPORT: `syslog+${protocol}://localhost:${rsyslog.port}`,
    NODE_EXTRA_CA_CERTS: rsyslog.certificate,
  })
  cleanUps.push(async () => {
    server.child.kill('SIGKILL')
    await server.ended()
  })
  await server.says('OpenAccount ready')
  return {
    /** Writes events as everything that is audited does. @returns their ids */
    add: async (count: number, details: object = { changed: ['email'] }) => {
      const ids = Array.from({ length: count }, () => randomUUID())
      await database.pool.query(
        `insert into audit_events (id, action, subject_type, subject_id, details)
        select id, 'user.changed', 'user', 'Ünïcode 用户', $2 from unnest($1::uuid[]) id`,
        [ids, JSON.stringify(details)],
      )
      return ids
    },
    waiting: async () => {
      const { rows } = await database.pool.query<{ count: number }>('select count(*)::int from audit_export_events')
      return rows[0]?.count
    },
  }
}

const soon = { timeout: 120_000, interval: 100 }

describe.each(['tcp', 'tls'] as const)('an rsyslog by %s', (protocol) => {
  test('gets every event once, as JSON whose members it can ask for', async () => {
    const rsyslog = await startRsyslog(protocol === 'tls')
    cleanUps.push(rsyslog.close)
    const { add, waiting } = await serverBefore(rsyslog, protocol)
    const ids = await add(1_200)
    ids.push(...(await add(1, { long: '长'.repeat(10_000), lines: 'one\ntwo\t"three"' })))
    await expect.poll(waiting, soon).toBe(0)
    const events = (await rsyslog.lines('audit.jsonl')).map((line) => JSON.parse(line))
    expect(events.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    expect(events[0]).toMatchObject({ action: 'user.changed', subject: 'user', subjectId: 'Ünïcode 用户' })
    expect(events.at(-1)).toMatchObject({ details: { long: '长'.repeat(10_000), lines: 'one\ntwo\t"three"' } })
    expect(await rsyslog.lines('unreadable.log')).toEqual([])
  })

  test.each(['SIGTERM', 'SIGKILL'] as const)('that is ended by %s and started again misses none', async (signal) => {
    const rsyslog = await startRsyslog(protocol === 'tls')
    cleanUps.push(rsyslog.close)
    const { add, waiting } = await serverBefore(rsyslog, protocol)
    const ids: string[] = []
    for (let round = 0; round < 3; round += 1) {
      const before = (await rsyslog.lines('audit.jsonl')).length
      ids.push(...(await add(3_000)))
      // In the midst of it.
      await expect
        .poll(async () => (await rsyslog.lines('audit.jsonl')).length, { ...soon, interval: 1 })
        .toBeGreaterThan(before)
      await rsyslog.stop(signal)
      ids.push(...(await add(100)))
      await rsyslog.start()
      await expect.poll(waiting, soon).toBe(0)
    }
    const lines = await rsyslog.lines('audit.jsonl')
    const whole = lines.flatMap((line) => idOf(line) ?? [])
    const there = new Set(whole)
    expect(ids.filter((id) => !there.has(id))).toEqual([])
    // A batch that was broken off comes again as a whole.
    expect(whole.length - ids.length).toBeLessThanOrEqual(3 * 500)
    console.log(
      `  ${protocol}, ${signal}: ${ids.length} events, ${whole.length - ids.length} twice, ${lines.length - whole.length} broken off`,
    )
  })
})

/** Undefined for a line that was broken off. */
function idOf(line: string): string | undefined {
  try {
    return JSON.parse(line).id
  } catch {
    return undefined
  }
}
