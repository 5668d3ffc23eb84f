import { CamelCasePlugin, Kysely, type LogEvent, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import type { Logger } from '../log/log.ts'
import { applicationName } from './application-name.ts'
import { readOnlyServer } from './away.ts'
import { PatientPool } from './patient-pool.ts'
import { PreparingClient, UnpreparedClient } from './prepared.ts'
import type { Database, Db } from './schema.ts'
import { ConnectionWatch, giveUp } from './watch.ts'

const STATEMENT_TIMEOUT_MS = 15_000
/** When the server's own limit has not helped: it is not there any more. */
const LONGEST_ANSWER_MS = STATEMENT_TIMEOUT_MS + 5_000
const KEEP_ALIVE_AFTER_MS = 10_000
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000

export interface PoolOptions {
  readonly url: string
  /** Most connections that are open at once. */
  readonly poolSize: number
  readonly log: Logger
  /** Whether connections keep statements prepared, which is worth it where each runs many times; not unless told. */
  readonly prepared?: boolean | undefined
  /** How long somebody waits for a connection, in milliseconds. */
  readonly patience: number
  /** Whether the server is to take writes: connections to one that does not any more are dropped. */
  readonly writes: boolean
  /** What these connections call themselves, unless they are ordinary ones. */
  readonly use?: string
  /** Told of each statement once it is answered; nobody measures them unless somebody wants to know. */
  readonly onStatement?: StatementListener | undefined
}

export type StatementListener = (run: { text: string; ms: number; failed: boolean }) => void

/** Connections to one server. */
export interface WatchedPool {
  readonly pool: pg.Pool
  /** Tells that what breaks from now on is meant to. */
  closing(): void
  /** Ends the look at silent connections; the pool's own end is the caller's. */
  stop(): void
}

/**
 * A pool of connections whose statements end after 15 s. One that breaks is logged and replaced by the next query; so is, within
 * seconds, one on which no answer comes (watch.ts). Nothing is connected yet.
 */
export function openPool({ url, poolSize, log, prepared = false, patience, writes, use }: PoolOptions): WatchedPool {
  const pool = new PatientPool({
    Client: prepared ? PreparingClient : UnpreparedClient,
    connectionString: url,
    max: poolSize,
    application_name: applicationName(use),
    connectionTimeoutMillis: patience,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    types: { getTypeParser },
  })
  let closing = false
  // Where one connection has been forgotten, those that idle are no better: whoever got one would wait for nothing.
  const idle = new Set<pg.Client>()
  const watch = new ConnectionWatch({
    url,
    log,
    longestAnswer: LONGEST_ANSWER_MS,
    onSilence: () => idle.forEach(giveUp),
  })
  const misled = new WeakSet<pg.Client>()
  pool.on('acquire', (client) => void idle.delete(client as pg.Client))
  pool.on('release', (_error, released) => {
    const client = released as pg.Client
    // The pool takes none back that is ending.
    if (misled.has(client)) void client.end().catch(() => {})
    else idle.add(client)
  })
  pool.on('remove', (client) => void idle.delete(client as pg.Client))
  pool.on('connect', (connected) => {
    const client = connected as pg.Client
    watch.add(client)
    // An error event without a listener ends the process: a connection can break while it idles in the pool, where the pool
    // repeats the event, and while a transaction holds it between two queries, where the pool does not listen.
    client.on('error', (err) => {
      // The pool does not wait for the server's goodbye, and a server that stops right behind it ends what is left itself.
      if (!closing) log.warn({ err }, 'a database connection was lost')
    })
    if (writes)
      client.connection.on('errorMessage', ({ code }: { code?: string }) => code === readOnlyServer && mislead(client))
  })
  pool.on('error', () => {})
  // After a fail-over a connection may lead to what was the primary, and so may those beside it.
  const mislead = (client: pg.Client) => {
    if (misled.has(client)) return
    log.warn('a database connection leads to a server that only reads; it and those that idle are replaced')
    misled.add(client)
    idle.forEach(giveUp)
  }
  return {
    pool,
    closing: () => {
      closing = true
    },
    stop: () => watch.stop(),
  }
}

/** What queries are written with, over a pool or what stands before one. */
export function queriesOver(pool: PostgresPool, onStatement?: StatementListener): Db {
  // The keys inside jsonb are data: without the option the plugin would rename them on their way out, and only then.
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins,
    ...(onStatement && {
      log: ({ level, query, queryDurationMillis: ms }: LogEvent) =>
        onStatement({ text: query.sql, ms, failed: level === 'error' }),
    }),
  })
}

/** The driver's parsers, but a `date` stays text: a day must not move with the time zone of the process. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.DATE ? (value: string) => value : pg.types.getTypeParser(oid, format as 'text')
