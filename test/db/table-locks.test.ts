import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { migrate } from '../../server/db/migrate.ts'
import { migrations } from '../../server/db/migrations/index.ts'
import { createLogger } from '../../server/log/log.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
let server: pg.Client
const lines: string[] = []
const log = createLogger({ level: 'warn', destination: { write: (line: string) => lines.push(line) } })

/** Changes what a server reads and writes, in the order in which it does not. */
const next = {
  name: '9999_next',
  up: async (db: Kysely<unknown>) => {
    await sql`alter table users add column next_note text`.execute(db)
    await sql`create trigger next before insert on login_records for each row execute function touch_updated_at()`.execute(
      db,
    )
  },
}

beforeEach(async () => {
  lines.length = 0
  database = await createTestDatabase()
  server = new pg.Client({ connectionString: database.url, application_name: 'a server' })
  await server.connect()
})
afterEach(async () => {
  await server.end()
  await database.close()
})

const startMigration = () => migrate({ url: database.url, log, known: [...migrations, next] })
const recordSignIn = `insert into login_records (id, method, succeeded) values (gen_random_uuid(), 'page', true)`
const migratorWaits = async () => {
  const { rows } = await sql<{ waiting: string }>`
    select wait_event_type as waiting from pg_stat_activity
    where datname = current_database() and application_name like '%migrations%' and wait_event_type = 'Lock'
  `.execute(database.db)
  expect(rows).not.toHaveLength(0)
}

test('a server that holds one table and asks for another is not ended by a migration that wants both', async () => {
  await server.query('begin')
  await server.query(recordSignIn)
  const migrated = startMigration()
  await vi.waitFor(migratorWaits, { timeout: 10_000, interval: 5 })
  await server.query(`update users set display_name = 'x'`)
  await server.query('commit')
  expect(await migrated).toEqual([next.name])
})

test('while a transaction uses a table for long, a migration waits and says for whom, and others go on', async () => {
  await server.query('begin')
  await server.query('select id from login_records')
  await server.query('select pg_sleep(0.6)')
  const migrated = startMigration()
  await vi.waitFor(() =>
    expect(lines.join()).toMatch(
      /waits for transactions.*a server \(process \d+\)|a server \(process \d+\).*waits for/,
    ),
  )
  await sql`set statement_timeout = 200`.execute(database.db)
  await sql.raw(recordSignIn).execute(database.db)
  await server.query('commit')
  expect(await migrated).toEqual([next.name])
})

test('a vacuum that is under way and a migration do not end each other', async () => {
  const [migrated] = await Promise.all([startMigration(), server.query('vacuum analyze')])
  expect(migrated).toEqual([next.name])
})
