import { randomBytes } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { command, done } from '../support/command.ts'
import { freePort, type Running, run } from '../support/process.ts'

// Whole processes, and changes that take their time.
vi.setConfig({ testTimeout: 180_000 })
const soon = { timeout: 30_000, interval: 50 }

const role = `rotated_${randomBytes(4).toString('hex')}`
let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let database: Awaited<ReturnType<typeof createEmptyDatabase>>
let admin: pg.Client
let server: Running
let base: string
let env: Record<string, string>
let passwordFile: string

/** As a person does it: whole or not at all. */
async function writePassword(password: string): Promise<void> {
  await writeFile(`${passwordFile}.new`, `*:*:*:${role}:${password}\n`, { mode: 0o600 })
  await rename(`${passwordFile}.new`, passwordFile)
}

beforeAll(async () => {
  ;[directory, database] = await Promise.all([temporaryDirectory(), createEmptyDatabase()])
  passwordFile = join(directory.path, 'pgpass')
  admin = new pg.Client({ connectionString: inject('databaseServerUrl') })
  await admin.connect()
  const url = new URL(database.url)
  await admin.query(`create role ${role} login password 'first'`)
  await admin.query(`alter database ${url.pathname.slice(1)} owner to ${role}`)
  await writePassword('first')
  url.username = role
  url.password = ''
  const port = await freePort()
  base = `http://localhost:${port}`
  env = {
    PORT: String(port),
    SEED: 'demo',
    DATABASE_URL: url.href,
    PGPASSFILE: passwordFile,
    SECRET_KEY: randomBytes(32).toString('base64'),
    DATA_DIR: directory.path,
    // More than a start opens: whoever calls in a crowd needs further ones.
    DATABASE_POOL_SIZE: '30',
  }
  server = run('server/main.ts', env)
  await server.says('OpenAccount ready')
})
afterAll(async () => {
  server.child.kill('SIGINT')
  await server.ended()
  await database.drop()
  await admin.query(`drop role ${role}`)
  await admin.end()
  await directory.remove()
})

const asTrusted = (secret: string) => `Basic ${btoa(`trustedDemo:${secret}`)}`
/** @param further with a header that `server/direct` leaves to the engine, that is what answers */
const token = (secret: string, further: Record<string, string> = {}) =>
  fetch(`${base}/connect/token`, {
    method: 'POST',
    headers: { authorization: asTrusted(secret), ...further },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'ZMS.Users.Read' }),
  })
/** Calls again and again, so many at once, until it is told to end. @returns what was answered */
function load(atOnce: number, call: () => Promise<Response>) {
  const statuses = new Map<number, number>()
  let on = true
  const callers = Array.from({ length: atOnce }, async () => {
    while (on) {
      const { status } = await call()
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  })
  return {
    answered: () => [...statuses.values()].reduce((sum, count) => sum + count, 0),
    end: async () => {
      on = false
      await Promise.all(callers)
      return [...statuses.keys()]
    },
  }
}

test('the password of the database changes under load: first the role, then the file, and nobody is refused', async () => {
  const { access_token: accessToken } = await (await token('trusted.Demo.2026')).json()
  const introspect = () =>
    fetch(`${base}/connect/introspect`, {
      method: 'POST',
      headers: { authorization: asTrusted('trusted.Demo.2026') },
      body: new URLSearchParams({ token: accessToken }),
    })
  await admin.query(`alter role ${role} password 'second'`)
  const { rows } = await admin.query('select clock_timestamp() as changed')
  /** How many connections were let in since. */
  const open = async () => {
    const since = await admin.query(
      `select count(*)::int as open from pg_stat_activity
      where usename = $1 and backend_start > $2 and state in ('idle', 'active', 'idle in transaction')`,
      [role, rows[0].changed],
    )
    return since.rows[0].open as number
  }
  const many = load(60, introspect)
  // Whoever needs another connection is refused by now, as PostgreSQL's log would have it, and waits.
  await vi.waitFor(() => expect(many.answered()).toBeGreaterThan(50), soon)
  expect(await open()).toBe(0)
  await writePassword('second')
  // Others are opened with the new one.
  await vi.waitFor(async () => expect(await open()).toBeGreaterThan(0), soon)
  const before = many.answered()
  await vi.waitFor(() => expect(many.answered()).toBeGreaterThan(before + 200), soon)
  expect(await many.end()).toEqual([200])
  expect(await command('doctor', ['--json'], { ...env, PGPASSFILE: join(directory.path, 'none') })).toMatchObject({
    code: 1,
  })
})

test('a client has two secrets for a while: the new one is brought out under load, and no request is refused', async () => {
  const old = load(4, () => token('trusted.Demo.2026'))
  const changed = JSON.parse(await done('applications', ['secret', 'trustedDemo', '--keep-old', '1', '--json'], env))
  const fresh = load(4, () => token(changed.client_secret))
  const ofEngine = load(1, () => token('trusted.Demo.2026', { 'content-encoding': 'identity' }))
  await vi.waitFor(() => expect(Math.min(old.answered(), fresh.answered(), ofEngine.answered())).toBeGreaterThan(20), {
    timeout: 30_000,
  })
  expect(await old.end()).toEqual([200])
  expect(await fresh.end()).toEqual([200])
  expect(await ofEngine.end()).toEqual([200])

  // The next one ends both at once.
  const last = JSON.parse(await done('applications', ['secret', 'trustedDemo', '--json'], env))
  await vi.waitFor(async () => expect((await token('trusted.Demo.2026')).status).toBe(401), { timeout: 10_000 })
  expect((await token(changed.client_secret)).status).toBe(401)
  expect((await token(last.client_secret)).status).toBe(200)
  const wrong = await command('applications', ['secret', 'trustedDemo', '--keep-old', '1000'], env)
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('720 at most') })
})

test('a former secret is none any more when its time is over', async () => {
  const { client_secret: present } = JSON.parse(await done('applications', ['secret', 'trustedDemo', '--json'], env))
  await done('applications', ['secret', 'trustedDemo', '--keep-old', '1'], env)
  expect((await token(present)).status).toBe(200)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`update applications set former_secret_until = now() where client_id = 'trustedDemo'`)
  await client.end()
  await vi.waitFor(async () => expect((await token(present)).status).toBe(401), { timeout: 10_000 })
})
