import { listDueApplications } from '../../db/queries/event-callbacks.ts'
import { Lane, type LaneSettings } from './lane.ts'

/** Sends the events of all applications. Every node has one; what one takes, no other does. */
export class EventDispatcher {
  readonly #settings: LaneSettings
  readonly #lanes = new Map<string, Lane>()
  #looking: Promise<void> | undefined
  #again = false
  #stopped = false

  constructor(settings: LaneSettings) {
    this.#settings = settings
  }

  /** Has the lanes of all applications with events that are due look for them. One statement. */
  look(): Promise<void> {
    this.#again = true
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  /** Begins nothing more, and waits for what is under way: not longer than one event may take. */
  async close(): Promise<void> {
    this.#stopped = true
    await Promise.all([this.#looking, ...[...this.#lanes.values()].map((lane) => lane.stop())])
  }

  async #look(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false
      try {
        for (const clientId of await listDueApplications(this.#settings.db)) this.#lane(clientId).call()
      } catch (error) {
        this.#settings.log.error({ err: error }, 'the events that are due could not be read')
      }
    }
  }

  #lane(clientId: string): Lane {
    const lane = this.#lanes.get(clientId) ?? new Lane(clientId, this.#settings)
    this.#lanes.set(clientId, lane)
    return lane
  }
}
