import type pg from 'pg'
import { ConfigError } from '../config/config.ts'
import { openPool, type PoolOptions, queriesOver } from './pool.ts'
import type { Db } from './schema.ts'

/** The oldest PostgreSQL that is tested and promised, as `server_version_num` counts. */
const OLDEST_SERVER = 150_000
const CONNECT_TIMEOUT_MS = 5_000

/** The parts of a database connection that everything else uses. */
export interface DatabaseConnection {
  readonly db: Db
  readonly pool: pg.Pool
  /** Waits for running queries, then closes every connection. */
  close(): Promise<void>
}

/** How to connect. */
export type ConnectOptions = Pick<PoolOptions, 'url' | 'poolSize' | 'log' | 'prepared' | 'onStatement'>

/**
 * Connects to PostgreSQL and checks that it can be used. Throws ConfigError when the server cannot be used or is older than
 * PostgreSQL 15.
 */
export async function connectDatabase(options: ConnectOptions): Promise<DatabaseConnection> {
  const { pool, closing, stop } = openPool({ ...options, patience: CONNECT_TIMEOUT_MS, writes: true })
  try {
    await refuseOldServer(pool)
  } catch (error) {
    stop()
    await pool.end()
    throw unusable(error)
  }
  const db = queriesOver(pool, options.onStatement)
  return {
    db,
    pool,
    close: () => {
      closing()
      return db.destroy().finally(stop)
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
