import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

/** What a server and its database are like at one time. */
export interface Sample {
  /** Seconds since the load began. */
  readonly at: number
  /** Answers until now, and those that were not as they should be. */
  readonly requests: number
  readonly failures: number
  /** Bytes. */
  readonly memory: number
  /** Bytes: the least of the time since the sample before, which is what a collection has left. */
  readonly heap: number
  readonly descriptors: number
  /** The worst of a hundred turns of the event loop, in milliseconds. */
  readonly lag: number
  /** Connections to the database, and jobs that are due and not begun. */
  readonly connections: number
  readonly jobs: number
  readonly tables: readonly Table[]
}

/** A table of the server or of its job queue. */
export interface Table {
  readonly name: string
  /** Bytes, with its indexes. */
  readonly size: number
  readonly rows: number
  /** Rows that are gone and whose room is not free yet. */
  readonly dead: number
}

/** How often the figures of the process are read, in milliseconds. */
const look = 2_000

/** Reads what a server tells of itself, again and again. */
export class Figures {
  readonly #origin: string
  readonly #database: pg.Client
  readonly #ending = new AbortController()
  #heap = Number.POSITIVE_INFINITY
  readonly #looking: Promise<void>

  private constructor(origin: string, database: pg.Client) {
    this.#origin = origin
    this.#database = database
    this.#looking = this.#look()
  }

  static async start(origin: string, databaseUrl: string): Promise<Figures> {
    const database = new pg.Client({ connectionString: databaseUrl })
    await database.connect()
    return new Figures(origin, database)
  }

  async sample(counts: Pick<Sample, 'at' | 'requests' | 'failures'>): Promise<Sample> {
    const values = await this.#read()
    const heap = Math.min(this.#heap, values.get('nodejs_heap_size_used_bytes') ?? 0)
    this.#heap = Number.POSITIVE_INFINITY
    const value = (name: string) => values.get(name) ?? Number.NaN
    return {
      ...counts,
      heap,
      memory: value('process_resident_memory_bytes'),
      descriptors: value('process_open_fds'),
      lag: value('nodejs_eventloop_lag_p99_seconds') * 1_000,
      connections: value('database_connections'),
      jobs: value('jobs_waiting'),
      tables: await this.#tables(),
    }
  }

  async stop(): Promise<void> {
    this.#ending.abort()
    await this.#looking
    await this.#database.end()
  }

  async #look(): Promise<void> {
    const { signal } = this.#ending
    while (!signal.aborted) {
      const values = await this.#read().catch(() => undefined)
      this.#heap = Math.min(this.#heap, values?.get('nodejs_heap_size_used_bytes') ?? Number.POSITIVE_INFINITY)
      await delay(look, undefined, { signal }).catch(() => {})
    }
  }

  /** The figures for Prometheus; those with labels added up. */
  async #read(): Promise<Map<string, number>> {
    const text = await (await fetch(`${this.#origin}/metrics`)).text()
    const values = new Map<string, number>()
    for (const [, name = '', value] of text.matchAll(/^(\w+)(?:\{[^}]*\})? ([\d.e+-]+)$/gm))
      values.set(name, (values.get(name) ?? 0) + Number(value))
    return values
  }

  async #tables(): Promise<Table[]> {
    const { rows } = await this.#database.query<Table>(
      `select schemaname || '.' || relname as name, pg_total_relation_size(relid)::float8 as size,
        n_live_tup::float8 as rows, n_dead_tup::float8 as dead
      from pg_stat_user_tables order by name`,
    )
    return rows
  }
}
