import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { ConfigError } from '../config/config.ts'
import type { Logger } from '../log/log.ts'
import { applicationName } from './application-name.ts'
import { refuseOldServer, unusable } from './connect.ts'
import { migrations, type NamedMigration } from './migrations/index.ts'
import { lockTables } from './table-locks.ts'
import { ConnectionWatch } from './watch.ts'

/** Any fixed number of our own, unlike the one that kysely's migrator locks. */
const LOCK = '4815162342108'
const LOCK_TIMEOUT = '10min'
const CONNECT_TIMEOUT_MS = 5_000

export interface MigrateOptions {
  readonly url: string
  readonly log: Logger
  /** The migrations of this version unless told otherwise. */
  readonly known?: readonly NamedMigration[]
}

/** State of one migration in a database. */
export interface MigrationState {
  readonly name: string
  readonly executedAt: Date | undefined
}

/**
 * Brings the database to this version's schema and gives the names of the migrations that it ran, in order. All of them
 * run in one transaction, which begins by locking all tables. Nodes that start at once wait for one another (at most 10
 * minutes). A database that a newer version has migrated further is left as it is, so that both versions can run side by
 * side during an update.
 * Throws ConfigError when the database cannot be used, else the error of the migration that failed.
 */
export async function migrate({ url, log, known = migrations }: MigrateOptions): Promise<string[]> {
  return await underLock(url, log, async (watch) => {
    const executed = await executedNames(url)
    const unknown = executed.filter((name) => !known.some((migration) => migration.name === name))
    if (known.every(({ name }) => executed.includes(name))) {
      if (unknown.length > 0) log.warn({ migrations: unknown }, 'the database was migrated by a newer version')
      return []
    }
    const pending = known.find(({ name }) => !executed.includes(name))
    const locked = known.map((migration) => (migration === pending ? behindLocks(migration, log) : migration))
    const { error, results = [] } = await withMigrator(url, locked, watch, (migrator) => migrator.migrateToLatest())
    if (error !== undefined) throw explained(error)
    const names = results.map(({ migrationName }) => migrationName)
    log.info({ migrations: names }, 'database migrated')
    return names
  })
}

/** The first migration of a run takes the locks for all of them: they share its transaction. */
function behindLocks(migration: NamedMigration, log: Logger): NamedMigration {
  return {
    ...migration,
    up: async (db) => {
      await lockTables(db, log)
      await migration.up(db)
    },
  }
}

/** Who may create an extension, and which, is for whoever runs the database to say: of that the operator is told what to do. */
function explained(error: unknown): unknown {
  const [, name] = (error instanceof Error && /extension "(\w+)"/.exec(error.message)) || []
  if (name === undefined) return error
  const remedy = `have its owner run \`create extension ${name}\` in the database, or allow it where the service has a list`
  return new ConfigError('DATABASE_URL', `names a database without the extension ${name}: ${remedy}`, { cause: error })
}

/** The migrations of this version and when each was run in the database; changes nothing. */
export async function migrationStates(url: string): Promise<MigrationState[]> {
  const executed = await executedMigrations(url)
  return migrations.map(({ name }) => ({ name, executedAt: executed.get(name) }))
}

/**
 * Holds one session lock of the whole database while `work` runs. The lock of kysely's migrator is not enough: an older version
 * that waited there while a newer one migrated would be refused, because it had looked at the database before.
 */
async function underLock<T>(url: string, log: Logger, work: (watch: ConnectionWatch) => Promise<T>): Promise<T> {
  const client = migrationClient(url)
  await client.connect().catch((error: unknown) => {
    throw unusable(error)
  })
  const watch = new ConnectionWatch({ url, log })
  watch.add(client)
  try {
    await refuseOldServer(client)
    await liftLimits(client)
    await client.query(`set lock_timeout = '${LOCK_TIMEOUT}'`)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    return await work(watch)
  } finally {
    watch.stop()
    await client.end()
  }
}

/** Statements of a migration may take as long as they need, whatever limits its role has; but not connecting. */
async function liftLimits(client: pg.ClientBase): Promise<void> {
  await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0')
}

const migrationConnection = (url: string) => ({
  connectionString: url,
  application_name: applicationName('migrations'),
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  keepAlive: true,
})

function migrationClient(url: string): pg.Client {
  const client = new pg.Client(migrationConnection(url))
  // The query in progress reports a broken connection; an event without a listener would end the process.
  client.on('error', () => {})
  return client
}

async function withMigrator<T>(
  url: string,
  known: readonly NamedMigration[],
  watch: ConnectionWatch,
  work: (migrator: Migrator) => Promise<T>,
): Promise<T> {
  // A pool of its own: a migration may take longer than a request's statement is given.
  const pool = new pg.Pool({ ...migrationConnection(url), max: 2, onConnect: liftLimits })
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    watch.add(client as pg.Client)
  })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const provider = {
    getMigrations: async () => Object.fromEntries(known.map((migration) => [migration.name, migration])),
  }
  try {
    return await work(new Migrator({ db, provider }))
  } finally {
    await db.destroy()
  }
}

async function executedNames(url: string): Promise<string[]> {
  return [...(await executedMigrations(url)).keys()]
}

async function executedMigrations(url: string): Promise<Map<string, Date>> {
  const client = migrationClient(url)
  await client.connect()
  try {
    const table = await client.query<{ there: boolean }>(`select to_regclass('kysely_migration') is not null as there`)
    if (!table.rows[0]?.there) return new Map()
    const { rows } = await client.query<{ name: string; timestamp: string }>(
      'select name, timestamp from kysely_migration order by timestamp, name',
    )
    return new Map(rows.map(({ name, timestamp }) => [name, new Date(timestamp)]))
  } finally {
    await client.end()
  }
}
