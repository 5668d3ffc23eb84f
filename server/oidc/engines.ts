import { Engine, type EngineSettings } from './engine.ts'
import { accountFace } from './faces/account.ts'
import type { EngineName } from './faces/face.ts'
import { oneAccessFace } from './faces/oneaccess.ts'

/** Browsers' timers hold 31 bits of milliseconds, and so do Node's. */
const longestTimer = 2_147_483_647

/** One engine an issuer, over the same applications, people, sessions, grants and keys. */
export class Engines implements Readonly<Record<EngineName, Engine>> {
  readonly account: Engine
  readonly oneaccess: Engine
  readonly #keyRing: EngineSettings['keyRing']
  #timer: NodeJS.Timeout | undefined

  /** @param origin scheme, host and port of the installation */
  constructor(origin: string, settings: EngineSettings) {
    this.account = new Engine(accountFace(origin), settings)
    this.oneaccess = new Engine(oneAccessFace(origin), settings)
    this.#keyRing = settings.keyRing
    this.#awaitNextKeys()
  }

  /** Takes up the key ring's keys: at once, and again when an announced key begins to sign. */
  useCurrentKeys(): void {
    this.account.useCurrentKeys()
    this.oneaccess.useCurrentKeys()
    this.#awaitNextKeys()
  }

  /** Ends the timer. */
  close(): void {
    clearTimeout(this.#timer)
  }

  #awaitNextKeys(): void {
    clearTimeout(this.#timer)
    const wait = this.#keyRing.nextChange()
    if (wait === undefined) return
    this.#timer = setTimeout(() => this.useCurrentKeys(), Math.min(wait + 50, longestTimer)).unref()
  }
}
