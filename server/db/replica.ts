import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import type { Logger } from '../log/log.ts'
import { isDatabaseAway, isTooSlow, readOnlyServer } from './away.ts'
import { openPool, queriesOver, type StatementListener, type WatchedPool } from './pool.ts'
import {
  beginEra,
  findCallerWrites,
  type Position,
  purgeCallerWrites,
  type ReplicaState,
  readPrimaryState,
  replicaStateOf,
  replicaStateText,
  saveCallerWrites,
} from './queries/replica-reads.ts'
import type { Db } from './schema.ts'

const LOOK_EVERY_MS = 1_000
const LOOKS_BETWEEN_PURGES = 60
/** How far behind the primary a replica may be that is read from. Writes are remembered for longer. */
export const MOST_LAG_MS = 10_000
/** How long whoever would read from it waits for a connection, before the primary is asked. */
const PATIENCE_MS = 2_000
/** The same for its word on how far it is. */
const STATE_TIMEOUT_MS = 500

/** Why the primary has read what the replica could have. */
export type Reason = 'away' | 'behind' | 'own_write' | 'refused'

/** What a connection must have to be read from. */
interface Need {
  readonly era: string
  readonly position: Position
  readonly because: Reason
}

/** Somebody writes where it was promised that they only read. */
const isWrite = (error: unknown) => error instanceof pg.DatabaseError && error.code === readOnlyServer

/** The connection that was to read has not what is needed. */
class Unfit extends Error {
  readonly because: Reason
  constructor(because: Reason) {
    super('the replica does not have what is to be read')
    this.because = because
  }
}

/** Who reads or has written: a person, an application, or one through the other. */
export interface Party {
  readonly userId?: string | undefined
  readonly clientId?: string | undefined
}

/** What they are remembered by. A person and the application that they act through see what either has done. */
function namesOf({ userId, clientId }: Party): string[] {
  const names = [userId && `user ${userId}`, clientId && `client ${clientId}`]
  return names.filter((name): name is string => Boolean(name))
}

export interface ReplicaOptions {
  readonly url: string
  readonly poolSize: number
  readonly prepared: boolean
  readonly log: Logger
  /** What it replicates. */
  readonly primary: Db
  readonly onStatement?: StatementListener | undefined
}

/**
 * A streaming replica that reads what may be some seconds old. Every second it is held against the primary; where it is away, follows
 * another primary or is too far behind, and where it refuses what is read, the primary reads. So it does for callers whose own last
 * write the replica does not have yet, whichever node took that (decision 35).
 */
export class Replica {
  /** Reads from the replica, inside of `read` alone. */
  readonly db: Db
  readonly #options: ReplicaOptions
  readonly #connections: WatchedPool
  readonly #needs = new AsyncLocalStorage<Need>()
  /** What each connection has said last, and when: an address may lead to several replicas. */
  readonly #states = new WeakMap<pg.PoolClient, ReplicaState & { readonly at: number }>()
  /** Where the primary was: the oldest is what a replica must have. */
  #samples: { readonly at: number; readonly position: Position }[] = []
  #era: string | undefined
  #usable = false
  /** When the replica had what the primary had, as far as seen. */
  #caughtUpAt = performance.now()
  #looks = 0
  #closed = false
  #timer: NodeJS.Timeout | undefined
  readonly #reads = new Map<'replica' | Reason, number>()

  private constructor(options: ReplicaOptions) {
    const { url, poolSize, prepared, log, onStatement } = options
    this.#options = options
    this.#connections = openPool({ url, poolSize, prepared, log, patience: PATIENCE_MS, writes: false, use: 'replica' })
    const { pool } = this.#connections
    const own = { connect: () => this.#connect(), end: () => pool.end(), options: pool.options }
    this.db = queriesOver(own, onStatement)
  }

  /** Looks at a replica for the first time; it may be away. */
  static async open(options: ReplicaOptions): Promise<Replica> {
    const replica = new Replica(options)
    await replica.#look()
    return replica
  }

  /** How far it is behind, in seconds, to one look; growing while it is away. */
  get lag(): number {
    const latest = this.#samples.at(-1)?.at ?? performance.now()
    return Math.max(0, latest - this.#caughtUpAt) / 1_000
  }

  /** Whether it is read from. */
  get usable(): boolean {
    return this.#usable
  }

  /** How often something was read by it, or why by the primary. */
  get reads(): ReadonlyMap<'replica' | Reason, number> {
    return this.#reads
  }

  /**
   * Reads from the replica where it has what this party has written, else from the primary. One statement on the primary, and one a
   * second for each connection.
   */
  async read<T>(by: Party, onReplica: () => Promise<T>, onPrimary: () => Promise<T>): Promise<T> {
    let because: Reason
    try {
      const need = await this.#needOf(namesOf(by))
      const read = await this.#needs.run(need, onReplica)
      this.#count('replica')
      return read
    } catch (error) {
      if (error instanceof Unfit) because = error.because
      else if (isTooSlow(error)) throw error
      else if (isDatabaseAway(error) && !isWrite(error)) {
        // Whoever comes next does not wait for it, until it was looked at again.
        this.#usable = false
        because = 'away'
      } else if (error instanceof pg.DatabaseError) because = 'refused'
      else throw error
    }
    this.#count(because)
    return await onPrimary()
  }

  /** Notes that a party may have written something: what they read next has it. One statement, none for nobody. */
  async wrote(by: Party): Promise<void> {
    const names = namesOf(by)
    if (names.length > 0) await saveCallerWrites(this.#options.primary, names)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#connections.closing()
    await this.#connections.pool.end()
    this.#connections.stop()
  }

  #count(what: 'replica' | Reason): void {
    this.#reads.set(what, (this.#reads.get(what) ?? 0) + 1)
  }

  /** @throws Unfit where it is known that the replica cannot have it */
  async #needOf(names: readonly string[]): Promise<Need> {
    const [oldest] = this.#samples
    if (!this.#usable || !oldest || this.#era === undefined) throw new Unfit('away')
    const lately: Need = { era: this.#era, position: oldest.position, because: 'behind' }
    if (names.length === 0) return lately
    const { era, position } = await findCallerWrites(this.#options.primary, names)
    if (era !== this.#era) throw new Unfit('away')
    return position > lately.position ? { ...lately, position, because: 'own_write' } : lately
  }

  /** A connection that has what is needed. @throws Unfit, or what the connection has failed of */
  async #connect(): Promise<pg.PoolClient> {
    const need = this.#needs.getStore()
    if (!need) throw new Error('only `read` may read from the replica')
    const client = await this.#connections.pool.connect()
    try {
      const known = this.#states.get(client)
      const fresh = known && performance.now() - known.at < LOOK_EVERY_MS && known.position >= need.position
      const { standby, era, position } = fresh ? known : await this.#ask(client)
      if (!standby || era !== need.era) throw new Unfit('away')
      if (position < need.position) throw new Unfit(need.because)
      return client
    } catch (error) {
      client.release(!(error instanceof Unfit))
      throw error
    }
  }

  async #ask(client: pg.PoolClient): Promise<ReplicaState> {
    const question = { text: replicaStateText, query_timeout: STATE_TIMEOUT_MS }
    const { rows } = await client.query<Parameters<typeof replicaStateOf>[0]>(question)
    const [row] = rows
    if (!row) throw new Unfit('away')
    const state = { ...replicaStateOf(row), at: performance.now() }
    this.#states.set(client, state)
    return state
  }

  /** Holds the replica against the primary, and does so again after a while. */
  async #look(): Promise<void> {
    const before = this.#usable
    try {
      await this.#lookAtPrimary()
      await this.#lookAtReplica()
    } catch (err) {
      this.#usable = false
      if (before && !this.#closed) this.#options.log.warn({ err }, 'the replica is not read from; the primary is')
    }
    if (!before && this.#usable) this.#options.log.info('the replica is read from')
    if (this.#closed) return
    this.#timer = setTimeout(() => void this.#look(), LOOK_EVERY_MS)
    this.#timer.unref()
  }

  async #lookAtPrimary(): Promise<void> {
    const { primary } = this.#options
    const { era, position } = await readPrimaryState(primary)
    if (era === undefined) await beginEra(primary)
    // What was written in another life of the primary is nothing to hold a replica of this one against.
    if (era !== this.#era) this.#samples = []
    this.#era = era
    const at = performance.now()
    this.#samples.push({ at, position })
    while ((this.#samples[1]?.at ?? at) < at - MOST_LAG_MS) this.#samples.shift()
    this.#looks += 1
    if (this.#looks % LOOKS_BETWEEN_PURGES === 0) await purgeCallerWrites(primary)
  }

  /** @throws Unfit where it cannot be read from, or what has failed */
  async #lookAtReplica(): Promise<void> {
    const client = await this.#connections.pool.connect()
    let failed = true
    try {
      const { standby, era, position } = await this.#ask(client)
      failed = false
      if (!standby || era === undefined || era !== this.#era) throw new Unfit('away')
      const had = this.#samples.findLast((sample) => sample.position <= position)
      if (!had) throw new Unfit('behind')
      this.#caughtUpAt = had.at
      this.#usable = true
    } finally {
      client.release(failed)
    }
  }
}
