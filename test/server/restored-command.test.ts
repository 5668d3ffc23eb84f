import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { command, done } from '../support/command.ts'

// Every command is a process of its own, which takes its time on a machine that is busy with other test files.
vi.setConfig({ testTimeout: 180_000 })

let database: Awaited<ReturnType<typeof createEmptyDatabase>>
let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let env: Record<string, string>
let client: pg.Client
const rows = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows
const restored = (...args: string[]) => command('db', ['restored', ...args], env)

beforeAll(async () => {
  ;[database, directory] = await Promise.all([createEmptyDatabase(), temporaryDirectory()])
  env = { DATABASE_URL: database.url, SECRET_KEY: randomBytes(32).toString('base64'), SEED: 'demo' }
  await done('db', ['seed'], env)
  await done('keys', ['list'], env)
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await Promise.all([database.drop(), directory.remove()])
})

test('it is not done by mistake: not without --yes, and not below a running server', async () => {
  expect(await restored()).toMatchObject({ code: 1, err: expect.stringContaining('signs everybody out') })
  const server = new pg.Client({ connectionString: database.url, application_name: 'openaccount 1.0' })
  await server.connect()
  expect(await restored('--yes')).toMatchObject({ code: 1, err: expect.stringContaining('stop it first') })
  await server.end()
  expect(await command('db', ['migrate', '--keys'], env)).toMatchObject({ code: 1 })
})

test('everything that was given out ends, numbers go on where nobody has been, and it may be done twice', async () => {
  const [user] = await rows(`select id from users where user_name = 'testUserName'`)
  await rows(
    `insert into sessions (id_hash, uid, user_id, payload, expires_at)
    select sha256(n::text::bytea), n::text, $1::uuid, '{}', now() + interval '1 day' from generate_series(1, 6000) n`,
    [user.id],
  )
  await rows(
    `insert into engine_state (model, id_hash, payload, expires_at)
    values ('RefreshToken', sha256('1'), '{}', now() + interval '1 day'), ('Grant', sha256('2'), '{}', now() + interval '1 day')`,
  )
  await rows(`insert into message_counters (user_id, last_number) values ($1, 7)`, [user.id])
  const { code, out } = await restored('--yes')
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('Ended: 6000 sessions') })
  expect(out).toContain('Without --audit nobody knows')
  expect(await rows('select from sessions union all select from engine_state')).toEqual([])
  expect(await rows('select last_number from message_counters')).toEqual([{ last_number: '1000007' }])
  expect(await restored('--yes')).toMatchObject({ code: 0, out: expect.stringContaining('Ended: 0 sessions') })
  expect(await rows(`select count(*)::int as n from audit_events where action = 'installation.restored'`)).toEqual([
    { n: 2 },
  ])
})

test('with --keys no signing key of before is trusted, and others sign', async () => {
  const kids = `select id from keys where purpose = 'signing' and revoked_at is null order by id`
  const before = await rows(kids)
  expect((await restored('--yes', '--keys')).out).toContain(`Signing keys that are trusted no more: ${before.length}.`)
  const after = await rows(kids)
  expect(after).toHaveLength(before.length)
  expect(after.filter(({ id }) => before.some((one) => one.id === id))).toEqual([])
})

test('the log tells whose password goes and who stays out; what it cannot do it names', async () => {
  const [test, admin] = await rows(
    `select id from users where user_name in ('testUserName', 'admin') order by user_name desc`,
  )
  const [known] = await rows(`select id from audit_events where action = 'installation.restored' limit 1`)
  const event = (n: number, action: string, subject: string, subjectId: string, id?: string) =>
    JSON.stringify({
      at: `2099-01-01T00:00:0${n}.000000Z`,
      id: id ?? `00000000-0000-7000-8000-00000000000${n}`,
      action,
      subject,
      subjectId,
    })
  const file = join(directory.path, 'audit.jsonl')
  const events = [
    event(1, 'user.disabled', 'user', admin.id),
    event(2, 'user.enabled', 'user', admin.id),
    event(3, 'user.password_set', 'user', test.id),
    event(3, 'user.password_set', 'user', test.id),
    event(4, 'role_group.members_removed', 'role_group', 'some group'),
    // An event that the database has is not done again.
    event(5, 'user.password_set', 'user', admin.id, known.id),
  ]
  await writeFile(file, `${events.join('\n')}\n`)
  const { code, out } = await restored('--yes', '--audit', file)
  expect(code).toBe(0)
  expect(out).toContain(`set one by a code or an administrator does: ${test.id}\n`)
  expect(out).toContain('closed or deleted since: none')
  expect(out).toContain('role_group.members_removed  role_group some group')
  expect(await rows('select from password_credentials where user_id = any($1)', [[test.id, admin.id]])).toHaveLength(1)

  await writeFile(file, 'no line of the log\n')
  expect(await restored('--yes', '--audit', file)).toMatchObject({ code: 1, err: expect.stringContaining('line 1 of') })
  const missing = await restored('--yes', '--audit', join(directory.path, 'missing'))
  expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read') })
})
