import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { AuditEvent } from '../../db/queries/audit.ts'
import {
  addAuditExport,
  forgetDelivered,
  holdAuditExport,
  noteExportFailure,
  readWaiting,
  releaseAuditExport,
} from '../../db/queries/audit-export.ts'
import type { Db } from '../../db/schema.ts'
import type { Logger } from '../../log/log.ts'

export type { AuditEvent } from '../../db/queries/audit.ts'

/** Where the audit log is handed on to. */
export interface AuditDestination {
  /** How the database knows it; without secrets. */
  readonly target: string
  /** Takes events, and answers when it has them for good, within ten seconds. @throws when it has not, or may not have, all of them */
  deliver(events: readonly AuditEvent[]): Promise<void>
}

/** How many events are delivered at once. */
const batch = 500
/** How long a node that does not say so any more is taken to live, and how often it says so, in seconds. */
const lease = { seconds: 30, renewed: 15 }
/** Between two looks: while there is nothing, while another node delivers, and after failures, in milliseconds. */
const waits = { idle: 1_000, others: 5_000, firstFailure: 1_000, longestFailure: 30_000 }

interface Settings {
  readonly db: Db
  readonly destination: AuditDestination
  readonly log: Logger
}

/**
 * Hands the audit log on while the server runs, each event once or, after a failure, again. One node at a time does it; what is not
 * taken stays in the database, so neither a dead receiver nor a full disk holds up anything else.
 */
export class AuditExport {
  readonly #settings: Settings
  readonly #holder = randomUUID()
  readonly #end = new AbortController()
  #running: Promise<void> = Promise.resolve()
  #heldUntil = 0
  #failures = 0

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** Begins: what is audited from here on is noted for the destination. One statement. */
  async start(): Promise<void> {
    await addAuditExport(this.#settings.db, this.#settings.destination.target)
    this.#running = this.#run()
  }

  /** Ends what is under way, and lets another node go on. */
  async close(): Promise<void> {
    this.#end.abort()
    await this.#running
    const { db, destination } = this.#settings
    await releaseAuditExport(db, destination.target, this.#holder).catch(() => {})
  }

  async #run(): Promise<void> {
    while (!this.#end.signal.aborted) {
      const wait = await this.#pass().catch((error: unknown) => this.#failed(error))
      if (wait > 0) await delay(wait, undefined, { signal: this.#end.signal, ref: false }).catch(() => {})
    }
  }

  /** Delivers what there is, as much as goes at once. @returns how long to wait then */
  async #pass(): Promise<number> {
    const { db, destination, log } = this.#settings
    const { target } = destination
    if (!(await this.#hold())) return waits.others
    const { numbers, events } = await readWaiting(db, target, batch)
    if (numbers.length === 0) return waits.idle
    if (events.length > 0) await destination.deliver(events)
    await forgetDelivered(db, target, numbers)
    if (this.#failures > 0) log.info('the audit log is handed on again')
    this.#failures = 0
    return numbers.length === batch ? 0 : waits.idle
  }

  async #hold(): Promise<boolean> {
    const { db, destination } = this.#settings
    if (performance.now() < this.#heldUntil) return true
    const asked = performance.now()
    const held = await holdAuditExport(db, destination.target, this.#holder, lease.seconds)
    this.#heldUntil = held ? asked + lease.renewed * 1_000 : 0
    return held
  }

  async #failed(error: unknown): Promise<number> {
    const { db, destination, log } = this.#settings
    this.#failures += 1
    log.error(
      { err: error, failures: this.#failures },
      'the audit log could not be handed on; it stays in the database',
    )
    const reason = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
    // The database may be what has failed.
    await noteExportFailure(db, destination.target, reason).catch(() => {})
    return Math.min(waits.firstFailure * 2 ** (this.#failures - 1), waits.longestFailure)
  }
}
