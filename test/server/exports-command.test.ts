import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ExportApprovals } from '../../server/domain/exports/approvals.ts'
import { JobQueue } from '../../server/jobs/queue.ts'
import { createLogger } from '../../server/log/log.ts'
import { auditOf } from '../support/api.ts'
import { type Exporter, exporter, exportsOf } from '../support/exports.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

// Every command is a process of its own, which takes its time on a machine that is busy with other test files.
vi.setConfig({ testTimeout: 180_000 })

let server: TestServer
let applicant: Exporter
let superManager: Exporter
let jobs: JobQueue
beforeAll(async () => {
  server = await startTestServer({ env: { EXPORT_APPROVAL: 'on' } })
  applicant = await exporter(server, 'Account.SuperManager')
  superManager = await exporter(server, 'Account.SuperManager')
  jobs = await JobQueue.start({ pool: server.database.pool, log: createLogger({ level: 'silent' }) })
})
afterAll(async () => {
  await jobs.stop()
  await server.close()
})

async function exportsCommand(...args: string[]) {
  const child = spawn(process.execPath, ['scripts/exports.ts', ...args], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PATH: process.env.PATH, DATABASE_URL: server.database.url, SECRET_KEY: randomBytes(32).toString('base64') },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (part: Buffer) => {
    out += part
  })
  child.stderr.on('data', (part: Buffer) => {
    err += part
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out: out.trim(), err: err.trim() }
}

async function applied() {
  const { body } = await exportsOf(server, applicant).apply({ filter: { userGuid: [applicant.id] } })
  expect(body.data).toMatchObject([{ state: 'awaiting_approval' }])
  return body.data[0]?.guid ?? ''
}
const stateOf = async (guid: string) =>
  (await exportsOf(server, applicant).list()).body.data.find((application) => application.guid === guid)?.state

test('a super administrator approves an export, and its file is made', async () => {
  const guid = await applied()
  expect((await exportsOf(server, applicant).fetch(guid)).body.error).toBe('ExportNotDownloadable')
  const listed = await exportsCommand('list', '--json')
  expect(JSON.parse(listed.out)).toMatchObject([{ id: guid, state: 'awaiting_approval', reason: 'For a test' }])
  const done = await exportsCommand('approve', guid, '--by', superManager.email)
  expect(done).toEqual({ code: 0, out: `${guid} is approved`, err: '' })
  await vi.waitFor(async () => expect(await stateOf(guid)).toBe('downloadable'), { timeout: 20_000 })
  expect((await auditOf(server, guid)).map(({ action, actorId }) => [action, actorId])).toEqual([
    ['user_export.applied', applicant.id],
    ['user_export.approved', superManager.id],
    ['user_export.downloadable', null],
  ])
  const again = await exportsCommand('refuse', guid, '--by', superManager.email)
  expect([again.code, again.err]).toEqual([1, 'that export awaits no approval, or its time is over'])
})

test('a super administrator refuses one, and nothing is made', async () => {
  const guid = await applied()
  const done = await exportsCommand('refuse', guid, '--by', superManager.id, '--json')
  expect(JSON.parse(done.out)).toEqual({ id: guid, approved: false })
  expect(await stateOf(guid)).toBe('refused')
  expect((await exportsOf(server, applicant).cancel(guid)).body.error).toBe('ExportNotCancellable')
  expect(JSON.parse((await exportsCommand('list', '--json')).out)).toEqual([])
  expect((await exportsCommand('list', '--all')).out).toContain('refused')
})

test('the applicant, somebody who is no super administrator, and one who may not sign in decide nothing', async () => {
  const guid = await applied()
  const plain = await exporter(server)
  const disabled = await exporter(server, 'Account.SuperManager')
  await server.app.services.deps.users.setEnabled({}, disabled.id, false)
  const approvals = new ExportApprovals(server.database.db, jobs)
  for (const { id } of [applicant, plain, disabled]) {
    const user = await server.app.services.deps.users.get(id)
    for (const approved of [true, false]) {
      await expect(approvals.decide(user, guid, approved)).rejects.toMatchObject({ kind: 'access_denied' })
    }
  }
  const refused = await exportsCommand('approve', guid, '--by', applicant.email)
  expect([refused.code, refused.err]).toEqual([
    1,
    'only a super administrator other than the applicant, who may sign in, decides',
  ])
  expect(await stateOf(guid)).toBe('awaiting_approval')
  const trail = (await auditOf(server, guid)).filter(({ action }) => action === 'user_export.decision_refused')
  expect(trail).toHaveLength(7)
})

test('of 32 decisions and cancels at once one counts', async () => {
  const guid = await applied()
  const approvals = new ExportApprovals(server.database.db, jobs)
  const user = await server.app.services.deps.users.get(superManager.id)
  const { cancel } = exportsOf(server, applicant)
  const outcomes = await Promise.all(
    Array.from({ length: 32 }, (_, n) =>
      n % 2 === 0
        ? approvals.decide(user, guid, false).then(
            () => 'refused',
            ({ kind }: { kind: string }) => kind,
          )
        : cancel(guid).then(({ body }) => body.error ?? 'cancelled'),
    ),
  )
  const done = outcomes.filter((outcome) => outcome === 'refused' || outcome === 'cancelled')
  expect(done).toEqual([await stateOf(guid)])
})

test('what is asked wrongly says how to ask', async () => {
  for (const args of [
    [],
    ['approve'],
    ['approve', randomUUID()],
    ['list', 'more'],
    ['approve', 'x', 'y', '--by', 'a'],
  ]) {
    const { code, err } = await exportsCommand(...args)
    expect([code, err]).toEqual([1, expect.stringContaining('Usage: npm run exports')])
  }
  const nobody = await exportsCommand('approve', randomUUID(), '--by', superManager.email)
  expect([nobody.code, nobody.err]).toEqual([1, 'there is no export with that GUID'])
  expect((await exportsCommand('--help')).out).toContain('Usage: npm run exports')
})
