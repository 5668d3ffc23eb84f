import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'

const SCRIPT = fileURLToPath(new URL('../../scripts/db.ts', import.meta.url))
// Every command is a process of its own, which takes its time on a machine that is busy with other test files.
vi.setConfig({ testTimeout: 120_000 })
let database: Awaited<ReturnType<typeof createEmptyDatabase>>

beforeAll(async () => {
  database = await createEmptyDatabase()
})
afterAll(() => database.drop())

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: database.url,
    SECRET_KEY: 'a secret that this test alone knows of',
  }
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, ...args], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out: out.trim(), err: err.trim() })
    })
  })
}

async function connected<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.url, application_name: 'openaccount' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const countUsers = () =>
  connected(async (client) => (await client.query<{ n: number }>('select count(*)::int as n from users')).rows[0]?.n)

test('npm run db: migrate, status, seed and reset', async () => {
  expect(await run('status')).toMatchObject({ code: 0, out: expect.stringMatching(/^0001_core {2}to be run/) })
  expect(await run('migrate')).toMatchObject({ code: 0, out: expect.stringMatching(/^migrated: 0001_core/) })
  expect(await run('migrate')).toMatchObject({ code: 0, out: 'nothing to migrate' })
  expect(await run('status')).toMatchObject({ code: 0, out: expect.stringMatching(/^0001_core {2}\d{4}-/) })
  expect(await run('seed')).toMatchObject({ code: 0, out: 'the demo data is in' })
  const seeded = await countUsers()
  expect(seeded).toBeGreaterThan(0)

  expect(await run('reset')).toMatchObject({ code: 1, err: expect.stringContaining('reset --yes') })
  const whileConnected = await connected(() => run('reset', '--yes'))
  expect(whileConnected).toMatchObject({ code: 1, err: expect.stringContaining('stop it first') })
  expect(await countUsers()).toBe(seeded)

  expect(await run('reset', '--yes')).toMatchObject({ code: 0 })
  expect(await countUsers()).toBe(0)
})

test('npm run db explains itself', async () => {
  const help = await run('--help')
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining('reset --yes') })
  for (const args of [['status', 'extra'], ['constructor']]) {
    expect(await run(...args)).toEqual({ code: 1, out: '', err: help.out })
  }
  expect(await run('--bogus')).toMatchObject({ code: 1, err: expect.stringContaining('--bogus') })
})
