import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { ConfigError } from '../config/config.ts'
import type { Logger } from '../log/log.ts'
import { applicationName } from './application-name.ts'
import { PreparingClient, UnpreparedClient } from './prepared.ts'
import type { Database, Db } from './schema.ts'
import { ConnectionWatch, giveUp } from './watch.ts'

/** The oldest PostgreSQL that is tested and promised, as `server_version_num` counts. */
const OLDEST_SERVER = 150_000
const STATEMENT_TIMEOUT_MS = 15_000
/** When the server's own limit has not helped: it is not there any more. */
const LONGEST_ANSWER_MS = STATEMENT_TIMEOUT_MS + 5_000
const CONNECT_TIMEOUT_MS = 5_000
const KEEP_ALIVE_AFTER_MS = 10_000
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000

/** The parts of a database connection that everything else uses. */
export interface DatabaseConnection {
  readonly db: Db
  readonly pool: pg.Pool
  /** Waits for running queries, then closes every connection. */
  close(): Promise<void>
}

export interface ConnectOptions {
  readonly url: string
  /** Most connections that are open at once. */
  readonly poolSize: number
  readonly log: Logger
  /** Whether connections keep statements prepared, which is worth it where each runs many times; not unless told. */
  readonly prepared?: boolean
}

/**
 * Connects to PostgreSQL and checks that it can be used. Statements end after 15 s. A connection that breaks
 * is logged and replaced by the next query; so is, within seconds, one on which no answer comes (watch.ts). Throws ConfigError when the server cannot be used or is older than PostgreSQL 15.
 */
export async function connectDatabase(options: ConnectOptions): Promise<DatabaseConnection> {
  const { url, poolSize, log, prepared = false } = options
  const pool = new pg.Pool({
    Client: prepared ? PreparingClient : UnpreparedClient,
    connectionString: url,
    max: poolSize,
    application_name: applicationName(),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    types: { getTypeParser },
  })
  // An error event without a listener ends the process: a connection can break while it idles in the pool, where the pool
  // repeats the event, and while a transaction holds it between two queries, where the pool does not listen.
  let closing = false
  // Where one connection has been forgotten, those that idle are no better: whoever got one would wait for nothing.
  const idle = new Set<pg.Client>()
  const watch = new ConnectionWatch({
    url,
    log,
    longestAnswer: LONGEST_ANSWER_MS,
    onSilence: () => idle.forEach(giveUp),
  })
  pool.on('acquire', (client) => void idle.delete(client as pg.Client))
  pool.on('release', (_error, client) => void idle.add(client as pg.Client))
  pool.on('remove', (client) => void idle.delete(client as pg.Client))
  pool.on('connect', (client) => {
    watch.add(client as pg.Client)
    client.on('error', (err) => {
      // The pool does not wait for the server's goodbye, and a server that stops right behind it ends what is left itself.
      if (!closing) log.warn({ err }, 'a database connection was lost')
    })
  })
  pool.on('error', () => {})
  try {
    await refuseOldServer(pool)
  } catch (error) {
    watch.stop()
    await pool.end()
    throw unusable(error)
  }
  // The keys inside jsonb are data: without the option the plugin would rename them on their way out, and only then.
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }), plugins })
  return {
    db,
    pool,
    close: () => {
      closing = true
      return db.destroy().finally(() => watch.stop())
    },
  }
}

/** Throws ConfigError when the server is older than PostgreSQL 15. */
export async function refuseOldServer(server: Pick<pg.Pool | pg.Client, 'query'>): Promise<void> {
  const { rows } = await server.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  )
  const { number = 0, version = 'unknown' } = rows[0] ?? {}
  if (number < OLDEST_SERVER) {
    throw new ConfigError('DATABASE_URL', `names a PostgreSQL ${version}; 15 or newer is needed`)
  }
}

/** What a first contact with the database has failed of, as a line for the person who set DATABASE_URL. */
export function unusable(error: unknown): ConfigError {
  if (error instanceof ConfigError) return error
  // A name with several addresses fails with one error for each, and says nothing itself.
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
  const reasons = errors.map((one) => (one instanceof Error ? one.message : String(one)))
  return new ConfigError('DATABASE_URL', `cannot be used: ${reasons.join('; ')}`, { cause: error })
}

/** The driver's parsers, but a `date` stays text: a day must not move with the time zone of the process. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.DATE ? (value: string) => value : pg.types.getTypeParser(oid, format as 'text')
