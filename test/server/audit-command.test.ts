import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'

// Every command is a process of its own, which takes its time on a machine that is busy with other test files.
vi.setConfig({ testTimeout: 120_000 })

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const env = { SECRET_KEY: 'mZ2vTq0l8xkR7cJwB3nF5hYdU9sGpA1e' }
let database: TestDatabase
let directory: Awaited<ReturnType<typeof temporaryDirectory>>
beforeAll(async () => {
  ;[database, directory] = await Promise.all([createTestDatabase(), temporaryDirectory()])
})
afterAll(() => Promise.all([database.close(), directory.remove()]))

const audit = async (...args: string[]) => {
  const { stdout } = await run(process.execPath, ['scripts/audit.ts', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, DATABASE_URL: database.url, ...env },
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}
/** Adds events, one a second from a time on. */
const add = (count: number, from: string) =>
  database.pool.query(
    `insert into audit_events (id, action, subject_type, subject_id, details, address, created_at)
    select gen_random_uuid(), 'user.changed', 'user', n::text, '{"field":"email"}', '192.0.2.1', $2::timestamptz + n * interval '1 s'
    from generate_series(1, $1::int) n`,
    [count, from],
  )

test('the audit log is written whole and in order, over many pages, also where thousands have one time', async () => {
  await add(1_500, '2026-11-01T00:00:00Z')
  await database.pool.query(`insert into audit_events (id, action, subject_type, created_at)
    select gen_random_uuid(), 'key.announced', 'key', '2026-11-02T00:00:00.000001Z' from generate_series(1, 2500)`)
  const events = await audit()
  expect(events).toHaveLength(4_000)
  expect(new Set(events.map(({ id }) => id)).size).toBe(4_000)
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted())
  expect(events[0]).toEqual({
    at: '2026-11-01T00:00:01.000000Z',
    id: expect.any(String),
    action: 'user.changed',
    subject: 'user',
    subjectId: '1',
    actorId: null,
    clientId: null,
    address: '192.0.2.1',
    requestId: null,
    details: { field: 'email' },
  })
})

test('a part of it is what lies between two times', async () => {
  expect(await audit('--since', '2026-11-02', '--until', '2026-11-03')).toHaveLength(2_500)
  expect(await audit('--until', '2026-11-01T00:00:03Z')).toHaveLength(2)
})

test('with a file to remember in, each run gives what is new, and the last minute to the next one', async () => {
  const state = join(directory.path, 'audit.state')
  expect(await audit('--state', state)).toHaveLength(4_000)
  await add(3, '2026-11-03T00:00:00Z')
  await database.pool.query(
    `insert into audit_events (id, action, subject_type) values (gen_random_uuid(), 'late', 'user')`,
  )
  expect(await audit('--state', state)).toHaveLength(3)
  expect(await audit('--state', state)).toEqual([])
})

test('what is no time is refused in one line', async () => {
  await expect(audit('--since', 'yesterday')).rejects.toThrow('yesterday is no time')
})
