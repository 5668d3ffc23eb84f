import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { appendFile, readFile, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { listAuditExports } from '../../server/db/queries/audit-export.ts'
import { createEmptyDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { done } from '../support/command.ts'
import { freePort, run } from '../support/process.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { startSyslogReceiver } from '../support/syslog-receiver.ts'

let directory: Awaited<ReturnType<typeof temporaryDirectory>>
const soon = { timeout: 20_000 }
vi.setConfig({ testTimeout: 120_000 })
const cleanUps: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  directory = await temporaryDirectory()
  cleanUps.push(directory.remove)
})
afterEach(async () => {
  for (const undo of cleanUps.splice(0).reverse()) await undo()
})

const start = async (target: string, beside?: TestServer) => {
  const server = await startTestServer({ env: { AUDIT_EXPORT: target }, ...(beside && { beside }) })
  cleanUps.push(server.close)
  return server
}
/** Writes events as everything that is audited does: in transactions. @returns their ids */
const add = async ({ database }: TestServer, count: number) => {
  const ids = Array.from({ length: count }, () => randomUUID())
  await database.pool.query(
    `insert into audit_events (id, action, subject_type, subject_id, details)
    select id, 'user.changed', 'user', 'Ünïcode 用户', '{"changed":["email"]}' from unnest($1::uuid[]) id`,
    [ids],
  )
  return ids
}
const lines = async (path: string) =>
  (await readFile(path, 'utf8').catch(() => ''))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const idsIn = async (path: string) => (await lines(path)).map(({ id }) => id)
const waiting = async ({ database }: TestServer) => (await listAuditExports(database.db))[0]?.waiting

describe('a file', () => {
  test('gets every event once, in the shape of npm run audit, many at a time', async () => {
    const path = join(directory.path, 'audit.jsonl')
    const server = await start(`file:${path}`)
    const ids = await add(server, 1_700)
    await vi.waitFor(async () => expect((await idsIn(path)).toSorted()).toEqual(ids.toSorted()), soon)
    expect((await lines(path))[0]).toMatchObject({ action: 'user.changed', subject: 'user', subjectId: 'Ünïcode 用户' })
    await vi.waitFor(async () => expect(await waiting(server)).toBe(0), soon)
  })

  test('may be renamed meanwhile; a line that a killed process broke off does not stay', async () => {
    const path = join(directory.path, 'audit.jsonl')
    const server = await start(`file:${path}`)
    const [first] = await add(server, 1)
    await vi.waitFor(async () => expect(await idsIn(path)).toEqual([first]), soon)
    await rename(path, `${path}.1`)
    const [second] = await add(server, 1)
    await vi.waitFor(async () => expect(await idsIn(path)).toEqual([second]), soon)
    await appendFile(path, '{"at":"2026-11-')
    const [third] = await add(server, 1)
    await vi.waitFor(async () => expect(await idsIn(path)).toEqual([second, third]), soon)
  })

  test('on a full disk takes nothing and holds up nobody; all of it is there when there is room', async () => {
    const path = join(directory.path, 'audit.jsonl')
    await symlink('/dev/full', path)
    const server = await start(`file:${path}`)
    const ids = await add(server, 3)
    await vi.waitFor(async () => {
      const [state] = await listAuditExports(server.database.db)
      expect(state).toMatchObject({ waiting: 3, reason: expect.stringContaining('ENOSPC') })
    }, soon)
    expect((await fetch(`${server.issuer}/readyz`)).status).toBe(200)
    await rm(path)
    await vi.waitFor(async () => expect((await idsIn(path)).toSorted()).toEqual(ids.toSorted()), soon)
    await vi.waitFor(async () => {
      const states = await listAuditExports(server.database.db)
      expect(states).toMatchObject([{ waiting: 0, reason: null, failedAt: null }])
    }, soon)
  })

  test('what commits late is handed on too, whatever its time says', async () => {
    const path = join(directory.path, 'audit.jsonl')
    const server = await start(`file:${path}`)
    const late = await server.database.pool.connect()
    await late.query('begin')
    const lateId = randomUUID()
    await late.query(
      `insert into audit_events (id, action, subject_type, created_at) values ($1, 'late', 'user', now() - interval '1 day')`,
      [lateId],
    )
    const [early] = await add(server, 1)
    await vi.waitFor(async () => expect(await idsIn(path)).toEqual([early]), soon)
    await late.query('commit')
    late.release()
    await vi.waitFor(async () => expect(await idsIn(path)).toEqual([early, lateId]), soon)
  })

  test('of several nodes one writes, and another goes on when that one stops', async () => {
    const path = join(directory.path, 'audit.jsonl')
    const first = await start(`file:${path}`)
    const second = await startTestServer({ env: { AUDIT_EXPORT: `file:${path}` }, beside: first })
    const third = await startTestServer({ env: { AUDIT_EXPORT: `file:${path}` }, beside: first })
    const ids = await add(first, 200)
    await vi.waitFor(async () => expect((await idsIn(path)).toSorted()).toEqual(ids.toSorted()), soon)
    await second.close()
    const more = [...ids, ...(await add(first, 200))]
    await third.close()
    const all = [...more, ...(await add(first, 200))]
    await vi.waitFor(async () => expect((await idsIn(path)).toSorted()).toEqual(all.toSorted()), soon)
  })

  test('without a destination nothing is noted, and one that is forgotten is noted no more', async () => {
    const server = await startTestServer()
    cleanUps.push(server.close)
    await add(server, 5)
    const count = async () => (await server.database.pool.query('select from audit_export_events')).rowCount
    expect(await count()).toBe(0)
    await server.database.pool.query(`insert into audit_exports (target) values ('file:/gone')`)
    await add(server, 5)
    expect(await count()).toBe(5)
    const env = { DATABASE_URL: server.database.url, SECRET_KEY: randomBytes(32).toString('base64') }
    expect(await done('audit', ['--exports'], env)).toMatch(/file:\/gone +5 /)
    await done('audit', ['--forget', 'file:/gone'], env)
    await add(server, 5)
    expect(await count()).toBe(0)
  })
})

describe('a syslog server', () => {
  test('gets every event as a message of RFC 5424', async () => {
    const receiver = await startSyslogReceiver()
    cleanUps.push(receiver.close)
    const server = await start(`syslog+tcp://localhost:${receiver.port}`)
    const ids = await add(server, 600)
    await vi.waitFor(() => expect(receiver.messages).toHaveLength(600), soon)
    expect(receiver.messages.map(({ event }) => event.id).toSorted()).toEqual(ids.toSorted())
    expect(receiver.messages[0]).toMatchObject({
      priority: 110,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
      app: 'openaccount',
      id: 'user.changed',
      event: { action: 'user.changed', subjectId: 'Ünïcode 用户' },
    })
  })

  test('that is away, or dies while it reads, loses nothing', async () => {
    const port = await freePort()
    const server = await start(`syslog+tcp://localhost:${port}`)
    const ids = await add(server, 10)
    await vi.waitFor(async () => {
      const [state] = await listAuditExports(server.database.db)
      expect(state?.reason).toContain('ECONNREFUSED')
    }, soon)
    const receiver = await startSyslogReceiver(undefined, port, false)
    await vi.waitFor(async () => {
      const [state] = await listAuditExports(server.database.db)
      expect(state?.reason).not.toContain('ECONNREFUSED')
    }, soon)
    expect(receiver.messages).toEqual([])
    receiver.takes(true)
    cleanUps.push(receiver.close)
    await vi.waitFor(() => expect(new Set(receiver.messages.map(({ event }) => event.id))).toEqual(new Set(ids)), soon)
  })

  test('by TLS is one that a known authority vouches for', { timeout: 120_000 }, async () => {
    const [key, cert] = [join(directory.path, 'key.pem'), join(directory.path, 'cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
    const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', cert]
    await promisify(execFile)('openssl', ['req', '-x509', ...made, '-days', '2', ...subject])
    const receiver = await startSyslogReceiver({ key: await readFile(key), cert: await readFile(cert) })
    const { url, drop } = await createEmptyDatabase()
    cleanUps.push(drop, receiver.close)
    const env = {
      PORT: String(await freePort()),
      DATABASE_URL: url,
      SECRET_KEY: randomBytes(32).toString('base64'),
      AUDIT_EXPORT: `syslog+tls://localhost:${receiver.port}`,
    }
    const stranger = run('server/main.ts', env)
    await stranger.says('OpenAccount ready')
    await done('users', ['add', 'somebody', '--no-password'], env)
    await stranger.says('the audit log could not be handed on')
    expect(stranger.output()).toMatch(/self-signed certificate/)
    stranger.child.kill('SIGINT')
    await stranger.ended()
    expect(receiver.messages).toEqual([])

    const known = run('server/main.ts', { ...env, NODE_EXTRA_CA_CERTS: cert })
    await vi.waitFor(() => expect(receiver.messages.map(({ id }) => id)).toContain('user.created'), soon)
    known.child.kill('SIGINT')
    await known.ended()
  })
})
