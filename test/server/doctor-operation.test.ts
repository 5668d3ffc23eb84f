import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { command, done } from '../support/command.ts'
import { freePort } from '../support/process.ts'

// Every command is a process of its own, which takes its time on a machine that is busy with other test files.
vi.setConfig({ testTimeout: 120_000 })

let database: Awaited<ReturnType<typeof createEmptyDatabase>>
let env: Record<string, string>
let client: pg.Client
let directory: Awaited<ReturnType<typeof temporaryDirectory>>
beforeAll(async () => {
  directory = await temporaryDirectory()
  database = await createEmptyDatabase()
  env = { DATABASE_URL: database.url, SECRET_KEY: randomBytes(32).toString('base64') }
  await done('keys', ['list'], env)
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
  await directory.remove()
})

const findings = async (variables: Record<string, string> = {}) => {
  const { code, out } = await command('doctor', ['--json'], { ...env, ...variables })
  return { code, found: JSON.parse(out) as { about: string; state: string; says: string; advice?: string }[] }
}

test('an export of the audit log that stands still is wrong, one that nobody serves a warning', async () => {
  const full = `file:${directory.path}/full`
  await client.query(`insert into audit_exports (target, reason) values ($1, 'ENOSPC: no space left on device')`, [
    full,
  ])
  await client.query(
    `insert into audit_export_events (target, event_id, created_at)
    values ($1, gen_random_uuid(), now() - interval '1 hour')`,
    [full],
  )
  const served = await findings({ AUDIT_EXPORT: full })
  expect(served.code).toBe(1)
  expect(served.found).toContainEqual(
    expect.objectContaining({
      about: 'audit log',
      state: 'wrong',
      says: expect.stringMatching(/^1 events wait .*ENOSPC/),
    }),
  )
  const other = await findings({ AUDIT_EXPORT: `file:${directory.path}/other` })
  expect(other.code).toBe(0)
  expect(other.found.filter(({ about }) => about === 'audit log')).toEqual([
    {
      about: 'audit log',
      state: expect.stringMatching(/^(ok|warning)$/),
      says: expect.stringMatching(/^\d+ MB are free/),
    },
    expect.objectContaining({ state: 'warning', says: expect.stringMatching(/^1 events wait /) }),
    expect.objectContaining({ state: 'warning', says: expect.stringMatching(/^nothing is noted /) }),
  ])
})

test('a file of the audit log that nobody can write is wrong', async () => {
  const { code, found } = await findings({ AUDIT_EXPORT: `file:${directory.path}/missing/audit.jsonl` })
  expect(code).toBe(1)
  expect(found).toContainEqual(
    expect.objectContaining({
      about: 'audit log',
      state: 'wrong',
      says: `${directory.path}/missing cannot be written`,
    }),
  )
})

test('a collector of traces that is away, and a former SECRET_KEY that still opens, are warnings', async () => {
  await done('secret', ['add'], env, `${randomBytes(32).toString('base64')}\n`)
  const { found } = await findings({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://localhost:${await freePort()}` })
  expect(found).toContainEqual(expect.objectContaining({ about: 'traces', state: 'warning' }))
  expect(found).toContainEqual(
    expect.objectContaining({ about: 'keys', state: 'warning', says: '2 values of SECRET_KEY open this installation' }),
  )
})
