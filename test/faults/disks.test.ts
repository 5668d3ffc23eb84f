import { execFile } from 'node:child_process'
import { chmod, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { command } from '../support/command.ts'
import { browserOf, downloadable, exporter, exportsOf } from '../support/exports.ts'
import { startTestServer } from '../support/server.ts'
import { installation, kill } from './support/installation.ts'
import { OwnPostgres } from './support/postgres.ts'
import { report, short } from './support/report.ts'
import { Writers } from './support/writers.ts'

const run = promisify(execFile)
const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const undo of cleanUps.splice(0).reverse()) await undo()
})

/** A disk of so many megabytes, in memory, and a file that takes what is free of it. */
async function smallDisk(megabytes: number, at?: string) {
  const { path, remove } = at === undefined ? await temporaryDirectory() : { path: at, remove: async () => {} }
  cleanUps.push(remove)
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path])
  cleanUps.push(() => run('umount', [path]))
  await chmod(path, 0o711)
  const ballast = join(path, 'ballast')
  return {
    path,
    fill: async () => {
      const file = await open(ballast, 'w')
      const part = Buffer.alloc(64 * 1024, 'x')
      try {
        for (;;) await file.write(part)
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
      } finally {
        await file.close()
      }
    },
    empty: () => rm(ballast),
  }
}

test('a full disk under the log neither stops a server nor slows it, and lines come again when there is room', async () => {
  const database = await createEmptyDatabase()
  const disk = await smallDisk(2)
  cleanUps.push(database.drop)
  const { base, start } = await installation(database.url, { LOG_LEVEL: 'info' })
  const log = join(disk.path, 'server.log')
  const server = await start({}, log)
  cleanUps.push(() => kill(server))
  const ask = async (times: number) => {
    const began = performance.now()
    for (let n = 0; n < times; n += 1)
      expect((await fetch(`${base}/.well-known/openid-configuration`)).status).toBe(200)
    return (performance.now() - began) / times
  }
  const times = short ? 200 : 2_000
  const before = await ask(times)
  await disk.fill()
  const during = await ask(times)
  await disk.empty()
  await ask(20)
  // What waited is written then, whole.
  const written = async () => (await lines(log)).filter((line) => line.includes('getServiceConfiguration')).length
  await expect.poll(written, { timeout: 60_000, interval: 200 }).toBe(2 * times + 20)
  server.child.kill('SIGTERM')
  expect(await server.ended()).toBe(0)
  report('disk of the log full', `a request took ${before.toFixed(1)} ms before, ${during.toFixed(1)} ms meanwhile`)
})
const lines = async (file: string) => (await run('cat', [file], { maxBuffer: 1e8 })).stdout.trimEnd().split('\n')

test('a full disk delays an export, fails it in the end, leaves nothing behind, and touches nobody else', async () => {
  const server = await startTestServer()
  cleanUps.push(() => server.close())
  const [working, kept] = [await smallDisk(2), await smallDisk(2, server.dataDir)]
  vi.stubEnv('TMPDIR', working.path)
  const by = await exporter(server)
  const { apply, list } = exportsOf(server, by)
  const stateOf = async (guid: string) => (await list()).body.data.find((one) => one.guid === guid)?.state
  const wish = async () => (await apply({})).body.data[0]?.guid ?? ''
  const attempts = async (guid: string) => {
    const { db } = server.database
    const row = await db.selectFrom('userExports').select('attempts').where('id', '=', guid).executeTakeFirst()
    return row?.attempts ?? 0
  }

  // No room to work in: it is tried again, and made once there is some.
  await working.fill()
  const delayed = await wish()
  await vi.waitFor(async () => expect(await attempts(delayed)).toBeGreaterThan(0), 60_000)
  await browserOf(server, by)
  await working.empty()
  await vi.waitFor(async () => expect(await stateOf(delayed)).toBe('downloadable'), { timeout: 60_000, interval: 200 })

  // No room to keep it: it has failed when that lasts.
  await kept.fill()
  const given = await wish()
  await vi.waitFor(async () => expect(await stateOf(given)).toBe('failed'), { timeout: 90_000, interval: 200 })
  await kept.empty()
  expect(await readdir(working.path)).toEqual([])
  expect(
    (await readdir(join(server.dataDir, 'files'), { recursive: true })).filter((name) => name.includes(given)),
  ).toEqual([])
  await downloadable(server, by)
  report(
    'disk of exports full',
    `attempts: ${await attempts(delayed)} where there was room again, ${await attempts(given)} where not`,
  )
})

test('a full disk under the exported audit log is told by the doctor and holds up nobody; all of it is there when there is room', async () => {
  const database = await createEmptyDatabase()
  const disk = await smallDisk(160)
  cleanUps.push(database.drop)
  const path = join(disk.path, 'audit.jsonl')
  const { base, env: own, start } = await installation(database.url)
  const env = { ...own, AUDIT_EXPORT: `file:${path}` }
  const server = await start(env)
  cleanUps.push(() => kill(server))
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  cleanUps.push(() => client.end())
  const add = (count: number) =>
    client.query(
      `insert into audit_events (id, action, subject_type) select gen_random_uuid(), 'user.tried', 'user' from generate_series(1, $1)`,
      [count],
    )
  const written = async () => (await lines(path)).filter((line) => JSON.parse(line).action === 'user.tried').length
  const room = async () => {
    const { code, out } = await command('doctor', ['--json'], env)
    const findings: { about: string; state: string; says: string }[] = JSON.parse(out)
    return { code, found: findings.filter(({ about, says }) => about === 'audit log' && says.endsWith('MB are free')) }
  }
  await add(1)
  await expect.poll(written).toBe(1)
  expect((await room()).found).toMatchObject([{ state: 'warning' }])
  await disk.fill()
  const events = short ? 500 : 50_000
  await add(events)
  expect(await room()).toMatchObject({ code: 1, found: [{ state: 'wrong', says: '0 MB are free' }] })
  expect((await fetch(`${base}/readyz`)).status).toBe(200)
  // What fits into the rest of a page is there until the server has seen that the whole does not.
  await expect.poll(written).toBe(1)
  await disk.empty()
  const began = performance.now()
  await expect.poll(written, { timeout: 60_000 }).toBe(1 + events)
  report(
    'disk of the exported audit log full',
    `${events} events waited, and are there ${Math.round(performance.now() - began)} ms after there is room`,
  )
})

test('a full disk under the database loses nothing that was promised, and the server goes on when there is room', async () => {
  const disk = await smallDisk(160)
  const postgres = await OwnPostgres.start({ dataDir: disk.path, settings: ['min_wal_size=32MB', 'max_wal_size=10GB'] })
  cleanUps.push(() => postgres.close())
  const { base, start } = await installation(postgres.url)
  const server = await start()
  cleanUps.push(() => kill(server))
  const writers = await Writers.start(base)
  await writers.promiseMore(20, 60_000)
  await disk.fill()
  // What others write makes it run into the end of the disk soon, with its log first.
  for (let n = 0; !/PANIC/.test(postgres.said) && n < 1_000; n += 1) {
    await postgres.query(`select pg_logical_emit_message(true, 'ballast', repeat('x', 1000000))`).catch(() => {})
  }
  await vi.waitFor(async () => expect((await fetch(`${base}/readyz`)).status).toBe(503), {
    timeout: 30_000,
    interval: 20,
  })
  const [said] = /PANIC: .*/.exec(postgres.said) ?? []
  const over = postgres.isOver
  await delay(short ? 1_000 : 10_000)
  await disk.empty()
  // A PostgreSQL that has ended is started by its supervisor.
  await postgres.startAgain()
  const began = performance.now()
  await writers.promiseMore(20, 60_000)
  report(
    'disk of the database full',
    `PostgreSQL ${over ? 'ended' : 'stayed'}: ${said}`,
    `goes on ${Math.round(performance.now() - began)} ms after the database is back`,
    await writers.settle(postgres),
  )
  expect(server.child.exitCode).toBeNull()
})
