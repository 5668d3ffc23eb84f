import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectDatabase, refuseOldServer } from '../../server/db/connect.ts'
import { migrate, migrationStates } from '../../server/db/migrate.ts'
import { migrations } from '../../server/db/migrations/index.ts'
import { createLogger } from '../../server/log/log.ts'
import { createEmptyDatabase } from '../setup/database.ts'

const log = createLogger({ level: 'silent' })
const names = migrations.map(({ name }) => name)
let database: Awaited<ReturnType<typeof createEmptyDatabase>>

beforeEach(async () => {
  database = await createEmptyDatabase()
})
afterEach(() => database.drop())

async function query(text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows
}

test('eight nodes that start at once migrate an empty database exactly once', async () => {
  const runs = await Promise.all(Array.from({ length: 8 }, () => migrate({ url: database.url, log })))
  expect(runs.filter((run) => run.length > 0)).toEqual([names])
  expect(await query('select name from kysely_migration order by name')).toEqual(names.map((name) => ({ name })))
})

test('a second migration changes nothing', async () => {
  expect(await migrate({ url: database.url, log })).toEqual(names)
  const before = await query('select name, timestamp from kysely_migration')
  expect(await migrate({ url: database.url, log })).toEqual([])
  expect(await query('select name, timestamp from kysely_migration')).toEqual(before)
})

test('a migration that fails leaves nothing behind and says why', async () => {
  const broken = {
    name: '9999_broken',
    up: async (db: Kysely<unknown>) => {
      await sql`create table half_done (id int)`.execute(db)
      await sql`select 1 / 0`.execute(db)
    },
  }
  await expect(migrate({ url: database.url, log, known: [...migrations, broken] })).rejects.toThrow('division by zero')
  expect(await query(`select to_regclass('half_done') as half, to_regclass('users') as users`)).toEqual([
    { half: null, users: null },
  ])
  expect(await migrate({ url: database.url, log })).toEqual(names)
})

test('a migration takes the time that it needs, whatever limits its role has', async () => {
  const [{ name } = {}] = await query('select quote_ident(current_database()) as name')
  await query(`alter database ${name} set statement_timeout = '200ms'`)
  await query(`alter database ${name} set idle_in_transaction_session_timeout = '200ms'`)
  const long = {
    name: '9999_long',
    up: async (db: Kysely<unknown>) => {
      await sql`select pg_sleep(0.5)`.execute(db)
      await new Promise((resolve) => setTimeout(resolve, 500))
    },
  }
  expect(await migrate({ url: database.url, log, known: [long] })).toEqual([long.name])
})

test('an older version accepts a database that a newer one has migrated', async () => {
  const newer = { name: '9999_newer', up: async () => {} }
  expect(await migrate({ url: database.url, log, known: [...migrations, newer] })).toEqual([...names, newer.name])
  expect(await migrate({ url: database.url, log })).toEqual([])
})

test('an older version that starts while a newer one is migrating waits, and then accepts what it finds', async () => {
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const newer = {
    name: '9999_newer',
    up: async () => {
      begin()
      await vi.waitFor(
        async () => {
          const waiting = `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`
          expect(await query(waiting)).toHaveLength(1)
        },
        { timeout: 10_000 },
      )
    },
  }
  const first = migrate({ url: database.url, log, known: [...migrations, newer] })
  await begun
  expect(await Promise.all([first, migrate({ url: database.url, log })])).toEqual([[...names, newer.name], []])
})

test('the states tell which migrations are still to be run', async () => {
  expect(await migrationStates(database.url)).toEqual(names.map((name) => ({ name, executedAt: undefined })))
  await migrate({ url: database.url, log })
  expect(await migrationStates(database.url)).toEqual(names.map((name) => ({ name, executedAt: expect.any(Date) })))
})

test('a server older than PostgreSQL 15 is refused by name', async () => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const old = { query: () => client.query("select 140012 as number, '14.12' as version") }
  await expect(refuseOldServer(old as unknown as pg.Client)).rejects.toThrow(
    'DATABASE_URL names a PostgreSQL 14.12; 15 or newer is needed',
  )
  await expect(refuseOldServer(client)).resolves.toBeUndefined()
  await client.end()
})

test('a database that cannot be used is told in one line that names the variable', async () => {
  const missing = new URL(database.url)
  missing.pathname = '/missing'
  const refused = new URL(database.url)
  // Port 9 (discard) is reserved, and nothing listens on it.
  refused.host = 'localhost:9'
  for (const [url, problem] of [
    [missing, 'database "missing" does not exist'],
    [refused, 'connect ECONNREFUSED'],
  ] as const) {
    const message = new RegExp(`^DATABASE_URL cannot be used: ${problem}.*$`)
    const expected = expect.objectContaining({ name: 'ConfigError', message: expect.stringMatching(message) })
    await expect(migrate({ url: url.href, log })).rejects.toEqual(expected)
    await expect(connectDatabase({ url: url.href, poolSize: 1, log })).rejects.toEqual(expected)
  }
})

test('a day is read as text, a statement ends after 15 s, and a lost connection does not end the process', async () => {
  const connection = await connectDatabase({ url: database.url, poolSize: 2, log })
  const { rows } = await sql<{ day: string; limit: string }>`
    select date '2024-02-29' as day, current_setting('statement_timeout') as limit
  `.execute(connection.db)
  expect(rows).toEqual([{ day: '2024-02-29', limit: '15s' }])

  const held = await connection.pool.connect()
  const lost = new Promise((resolve) => held.once('end', resolve))
  await query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'openaccount'`)
  await lost
  held.release(true)
  expect((await sql`select 1 as one`.execute(connection.db)).rows).toEqual([{ one: 1 }])
  await connection.close()
})

test('an extension that the role may not create is named, with what to do, and taken when its owner has made it', async () => {
  const role = `r_${randomBytes(8).toString('hex')}`
  const url = new URL(database.url)
  await query(`
    create role ${role} login password '${role}';
    grant all on schema public to ${role};
    revoke create on database ${url.pathname.slice(1)} from public`)
  ;[url.username, url.password] = [role, role]
  await expect(migrate({ url: url.href, log })).rejects.toThrow(
    /^DATABASE_URL names a database without the extension pg_trgm: have its owner run `create extension pg_trgm`/,
  )
  expect(await query(`select to_regclass('users') as users`)).toEqual([{ users: null }])
  await query('create extension pg_trgm')
  expect(await migrate({ url: url.href, log })).toEqual(names)
  await query(`drop owned by ${role}; drop role ${role}`)
})
