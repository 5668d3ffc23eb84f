import { findActiveCallback } from '../../db/queries/event-callbacks.ts'
import { claimEvents, type Outcome, saveOutcomes, secondsToNextEvent } from '../../db/queries/event-deliveries.ts'
import type { Db } from '../../db/schema.ts'
import type { Logger } from '../../log/log.ts'
import type { CallbackVault } from './callbacks.ts'
import { sendEvent } from './sender.ts'
import type { EventTransport } from './transport.ts'

/** How many events one application is sent at a time by one node. */
const atOnce = 16
/** Longest time until a lane looks again by itself, in seconds. */
const longestPause = 60

/** What a lane works with. */
export interface LaneSettings {
  readonly db: Db
  readonly vault: CallbackVault
  readonly transport: EventTransport
  readonly log: Logger
}

/** The events of one application. Lanes know nothing of each other, so one that is slow is slow alone. */
export class Lane {
  readonly #settings: LaneSettings
  readonly #clientId: string
  #outcomes: Outcome[] = []
  #sending = 0
  #running: Promise<void> | undefined
  #called = false
  #stopped = false
  #signal = Promise.withResolvers<void>()
  #timer: NodeJS.Timeout | undefined

  constructor(clientId: string, settings: LaneSettings) {
    this.#clientId = clientId
    this.#settings = settings
  }

  /** Looks for events, now or after what is under way. */
  call(): void {
    this.#signal.resolve()
    if (this.#stopped) return
    this.#called = true
    this.#running ??= this.#run()
      .catch((error: unknown) => {
        this.#settings.log.error({ err: error, clientId: this.#clientId }, 'events could not be sent')
        this.#callIn(longestPause)
      })
      .finally(() => {
        this.#running = undefined
        if (this.#called) this.call()
      })
  }

  /** Begins nothing more; what is under way is written down. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#called = false
    clearTimeout(this.#timer)
    this.#signal.resolve()
    await this.#running
  }

  /** Sends until nothing is due and nothing under way. */
  async #run(): Promise<void> {
    const { db } = this.#settings
    while (this.#called || this.#sending > 0 || this.#outcomes.length > 0) {
      this.#signal = Promise.withResolvers<void>()
      if (this.#outcomes.length > 0) await this.#save(this.#outcomes.splice(0))
      if (this.#called) await this.#fill()
      else if (this.#sending > 0 && this.#outcomes.length === 0) await this.#signal.promise
    }
    if (this.#stopped) return
    const seconds = await secondsToNextEvent(db, this.#clientId)
    if (seconds !== undefined) this.#callIn(Math.min(Math.max(seconds, 0), longestPause))
  }

  /** Takes as many events as there is room for, and begins to send them. */
  async #fill(): Promise<void> {
    const { db, vault } = this.#settings
    this.#called = false
    const room = this.#stopped ? 0 : atOnce - this.#sending
    if (room === 0) return
    const callback = await findActiveCallback(db, this.#clientId)
    if (!callback) return
    const { claimed, putOff } = await claimEvents(db, this.#clientId, room)
    if (putOff) this.#called = true
    if (claimed.length === 0) return
    const to = { address: callback.address, ...vault.open(callback) }
    this.#sending += claimed.length
    for (const event of claimed) {
      sendEvent(this.#settings.transport, to, event)
        .then(
          (outcome) => void this.#outcomes.push(outcome),
          (error: unknown) =>
            this.#settings.log.error({ err: error, delivery: event.id }, 'an event could not be sent'),
        )
        .finally(() => {
          this.#sending -= 1
          this.call()
        })
    }
  }

  async #save(outcomes: readonly Outcome[]): Promise<void> {
    await saveOutcomes(this.#settings.db, outcomes)
    for (const { state, id } of outcomes) {
      if (state !== 'dead') continue
      this.#settings.log.error({ clientId: this.#clientId, delivery: id }, 'an event is a dead letter')
    }
  }

  #callIn(seconds: number): void {
    clearTimeout(this.#timer)
    if (this.#stopped) return
    // Not sooner than in half a second: what is due and yet not free to go must not keep the lane busy.
    this.#timer = setTimeout(() => this.call(), Math.max(500, seconds * 1_000)).unref()
  }
}
