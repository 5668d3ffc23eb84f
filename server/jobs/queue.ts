import { setTimeout } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import type { Pool } from 'pg'
import { type Db as BossDb, type ConstructorOptions, PgBoss, type QueueOptions } from 'pg-boss'
import type { Db, JsonObject } from '../db/schema.ts'
import type { Jobs } from '../domain/jobs.ts'
import type { Logger } from '../log/log.ts'

/** How long a stop waits for the jobs under way, in milliseconds. */
const stopLimit = 10_000
/** A run that takes longer is taken for dead, with its node, and another may begin. */
const longestRunSeconds = 10 * 60

interface JobQueueParts {
  readonly pool: Pool
  readonly log: Logger
  /** Told of each run that fails; the log is in any case. */
  readonly onFailed?: (job: string) => void
  /** What makes spans of jobs, and hands on to them what they belong to; none unless told. */
  readonly tracing?: Pick<NonNullable<ConstructorOptions['openTelemetry']>, 'tracerProvider' | 'propagator'> | undefined
}

/**
 * Work that is done apart from requests, on whichever node is free: pg-boss over the server's own pool (docs/decisions/0009). Its
 * tables are in a schema of their own, which it makes and migrates when it starts.
 */
export class JobQueue implements Jobs {
  readonly #boss: PgBoss
  readonly #log: Logger
  readonly #onFailed: JobQueueParts['onFailed']

  private constructor(boss: PgBoss, { log, onFailed }: Pick<JobQueueParts, 'log' | 'onFailed'>) {
    this.#boss = boss
    this.#log = log
    this.#onFailed = onFailed
  }

  /** Begins; nothing runs yet. Troubles from then on are logged and end nothing. */
  static async start({ pool, tracing, ...parts }: JobQueueParts): Promise<JobQueue> {
    const { log } = parts
    const boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values) },
      // Nothing here is so urgent that an idle server should ask for it all the time; the defaults are 5 seconds.
      cronWorkerIntervalSeconds: 15,
      flowIntervalSeconds: 300,
      // What is over is removed then: by default once a day, however soon its queue says.
      maintenanceIntervalSeconds: 600,
      registerInstance: false,
      openTelemetry: { enabled: tracing !== undefined, propagateContext: true, ...tracing },
    })
    boss.on('error', (err) => log.error({ err }, 'the job queue has a problem'))
    boss.on('warning', ({ message, data }) => log.warn({ data }, message))
    await boss.start()
    return new JobQueue(boss, parts)
  }

  /**
   * Runs work again and again, on one node at a time, once a period however many nodes there are. A run that fails is logged and
   * not repeated before its next time.
   * @param cron when, in UTC, to the minute
   */
  async repeat(name: string, cron: string, work: () => Promise<void>): Promise<void> {
    await this.#boss.createQueue(name, {
      policy: 'exclusive',
      retryLimit: 0,
      expireInSeconds: longestRunSeconds,
      // A run that waited for an hour, with every node down, is not made up for; the trace of one that ran is kept for a day.
      retentionSeconds: 60 * 60,
      deleteAfterSeconds: 24 * 60 * 60,
    })
    await this.#boss.schedule(name, cron)
    await this.work(name, { seconds: 15 }, work)
  }

  /**
   * Lets this node do the jobs of a queue, each by itself. A job that fails is logged and tried again as its queue says.
   * @param every how often it looks for one
   * @param atOnce how many it does at a time
   */
  async work<Data extends JsonObject>(
    name: string,
    every: { seconds: number },
    handle: (data: Data) => Promise<void>,
    atOnce = 1,
  ): Promise<void> {
    const options = { pollingIntervalSeconds: every.seconds, batchSize: 1, localConcurrency: atOnce }
    await this.#boss.work<Data>(name, options, async (jobs) => {
      for (const job of jobs) {
        await handle(job.data).catch((error: unknown) => this.#failed(name, error))
      }
    })
  }

  /**
   * Lets this node do the jobs of a queue that say no more than that something is to be looked at: many of one kind are done by
   * looking once. One that fails is logged, and all of the batch are tried again, as their queue says.
   */
  async workTogether<Data extends JsonObject>(
    name: string,
    every: { seconds: number },
    handle: (batch: readonly Data[]) => Promise<void>,
  ): Promise<void> {
    await this.#boss.work<Data>(name, { pollingIntervalSeconds: every.seconds, batchSize: 500 }, async (jobs) => {
      await handle(jobs.map(({ data }) => data)).catch((error: unknown) => this.#failed(name, error))
    })
  }

  #failed(job: string, error: unknown): never {
    this.#log.error({ err: error, job }, 'a job failed')
    this.#onFailed?.(job)
    throw error
  }

  /** Makes a queue, if it is not there, whose jobs are tried three times unless told otherwise. A queue is made where it is worked. */
  async define(name: string, options: QueueOptions = {}): Promise<void> {
    await this.#boss.createQueue(name, { retryLimit: 2, retryBackoff: true, retryDelay: 5, ...options })
  }

  /**
   * Sends a job with the transaction of what it is about: it is there when that commits, and never when it does not.
   * Two statements, one once the queue is known.
   * @throws when nobody has made the queue
   */
  async send(trx: Db, name: string, data: JsonObject): Promise<void> {
    const id = await this.#boss.send(name, data, { db: within(trx) })
    if (id === null) throw new Error(`a job for ${name} was not taken`)
  }

  /** Lets the jobs under way end, ten seconds at most; no other begins. */
  async stop(): Promise<void> {
    // pg-boss waits that long for jobs, and for its own statements as long as a silent database likes.
    const limit = setTimeout(stopLimit + 1_000, undefined, { ref: false })
    await Promise.race([this.#boss.stop({ graceful: true, timeout: stopLimit }), limit])
  }
}

/** The transaction as pg-boss uses one: its statements are its own, and nobody renames what they give. */
function within(trx: Db): BossDb {
  const plain = trx.withoutPlugins()
  return {
    executeSql: async (text, values = []) => {
      const { rows } = await plain.executeQuery(CompiledQuery.raw(text, [...values]))
      return { rows }
    },
  }
}
