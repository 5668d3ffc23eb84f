import { sha256 } from '../../crypto/hash.ts'
import { type CounterState, reserveAttempts, settleAttempt } from '../../db/queries/rate-limits.ts'
import type { Db } from '../../db/schema.ts'
import type { Limit } from './throttle.ts'

/** Milliseconds that an attempt waits for others under way, which may turn out right, before it is asked to come back. */
const patience = 15_000
/** When to come back after that, in seconds. */
const comeBack = 5
/** How soon a waiting attempt looks again when what it waits for is under way on another node. */
const lookAgain = 250
/** After so many milliseconds an attempt whose node has died no longer counts as under way. */
const lease = 60_000

/** How many failures are let through, and from how many on whoever comes is suspicious: more is asked of them first. */
export interface GuessLimit extends Limit {
  suspicious?: number
}

/** What of the limits is left after an attempt. */
export interface Settled<Name> {
  /** How many failures each limit takes still. */
  readonly left: ReadonlyMap<Name, number>
  /** Whether the next one will be suspicious. */
  readonly suspicious: boolean
}

/** An attempt that may be looked at. Whoever has one settles it. */
export interface Place<Name> {
  readonly admitted: true
  /** Whether there were so many failures before that more is to be asked for. */
  readonly suspicious: boolean
  /** Limits that are used up and do not keep from looking, with the seconds until they are not. */
  readonly usedUp: ReadonlyMap<Name, number>
  /** `failed` counts; under the limits to `forgive`, earlier failures are forgotten. One statement. */
  settle(outcome: { failed: boolean; forgive?: readonly Name[] }): Promise<Settled<Name>>
}

/** An attempt that is not looked at, and not counted. */
export interface Refusal<Name> {
  readonly admitted: false
  readonly retryAfterSeconds: number
  /** Limits that are used up; none when others that are under way took too long. */
  readonly usedUp: readonly Name[]
}

/**
 * Limits failures in the database, so that they hold over all nodes. An attempt takes its place before the secret is looked
 * at and counts only when it fails. Where failures and attempts under way fill a limit together, the next one waits until it
 * is known which of them fail: any number of right attempts at once pass, any number of wrong ones meet the limit. So it is with
 * the number from which on they are suspicious.
 */
export class Guesses<Name extends string> {
  readonly #db: Db
  readonly #purpose: string
  readonly #limits: Record<Name, GuessLimit>
  readonly #lenient: readonly Name[]
  /** Who waits on this node for room in a counter, in order. */
  readonly #waiting = new Map<string, (() => void)[]>()

  /**
   * @param purpose keeps the counters of different doors apart
   * @param lenient limits that only tell when they are used up
   */
  constructor(db: Db, purpose: string, limits: Record<Name, GuessLimit>, lenient: readonly Name[] = []) {
    this.#db = db
    this.#purpose = purpose
    this.#limits = limits
    this.#lenient = lenient
  }

  /**
   * Takes a place under each of the limits. One statement; one or two more for each time it had to wait.
   * @param subjects what each limit counts; a limit that is not named does not apply
   * @param asks whether more can be asked of who is suspicious; who cannot be asked does not wait to learn whether they would be
   */
  async enter(subjects: Partial<Record<Name, string>>, asks = false): Promise<Place<Name> | Refusal<Name>> {
    const names = (Object.keys(subjects) as Name[]).filter((name) => subjects[name] !== undefined)
    const nameOf = new Map(names.map((name) => [this.#key(name, subjects[name] ?? ''), name]))
    const counters = [...nameOf].map(([key, name]) => {
      const { attempts, seconds, suspicious = attempts } = this.#limits[name]
      const strict = !this.#lenient.includes(name)
      return { key, attempts, seconds, strict, suspicious: asks ? suspicious : attempts }
    })
    const deadline = performance.now() + patience
    for (;;) {
      const states = await reserveAttempts(this.#db, counters, { lease })
      const held = states.filter(({ reserved }) => reserved).map(({ key }) => key)
      const full = states.filter((state) => !state.reserved && this.#usedUp(state, nameOf))
      const busy = states.find((state) => !state.reserved && !full.includes(state))
      const usedUp = new Map(full.map(({ key, retryAfter }) => [nameOf.get(key) as Name, retryAfter]))
      const strict = [...usedUp.keys()].some((name) => !this.#lenient.includes(name))
      if (!busy && !strict) {
        const settle: Place<Name>['settle'] = async ({ failed, forgive = [] }) => {
          const forgiven = held.filter((key) => forgive.some((name) => nameOf.get(key) === name))
          const settled = await settleAttempt(this.#db, held, { failed, forgiven })
          this.#wake(held)
          const left = settled.flatMap(({ key, failures }): [Name, number][] => {
            const name = nameOf.get(key)
            return name === undefined ? [] : [[name, Math.max(0, this.#limits[name].attempts - failures)]]
          })
          return { left: new Map(left), suspicious: asks && this.#suspicious(settled, nameOf) }
        }
        return { admitted: true, suspicious: asks && this.#suspicious(states, nameOf), usedUp, settle }
      }
      if (held.length > 0) await settleAttempt(this.#db, held, { failed: false, forgiven: [] })
      if (strict || performance.now() > deadline) {
        // Whoever waits behind a refused one would wait for nothing.
        this.#wake(nameOf.keys())
        const retryAfterSeconds = Math.max(...(strict ? usedUp.values() : [comeBack]))
        return { admitted: false, retryAfterSeconds, usedUp: [...usedUp.keys()] }
      }
      if (busy) await this.#turn(busy.key)
    }
  }

  /** Names and addresses are no part of what is stored. */
  #key(name: Name, subject: string): string {
    return `${this.#purpose}:${name}:${sha256(subject).toString('base64url')}`
  }

  #usedUp({ key, failures }: CounterState, nameOf: ReadonlyMap<string, Name>): boolean {
    const name = nameOf.get(key)
    return name !== undefined && failures >= this.#limits[name].attempts
  }

  #suspicious(counters: readonly Pick<CounterState, 'key' | 'failures'>[], nameOf: ReadonlyMap<string, Name>): boolean {
    return counters.some(({ key, failures }) => {
      const name = nameOf.get(key)
      return name !== undefined && failures >= (this.#limits[name].suspicious ?? Number.POSITIVE_INFINITY)
    })
  }

  /** Waits until an attempt under that counter is over, on this node or, maybe, on another. */
  #turn(key: string): Promise<void> {
    return new Promise((resolve) => {
      const queue = this.#waiting.get(key) ?? []
      this.#waiting.set(key, queue)
      const go = () => {
        clearTimeout(timer)
        const at = queue.indexOf(go)
        if (at >= 0) queue.splice(at, 1)
        if (queue.length === 0 && this.#waiting.get(key) === queue) this.#waiting.delete(key)
        resolve()
      }
      const timer = setTimeout(go, lookAgain)
      queue.push(go)
    })
  }

  #wake(keys: Iterable<string>): void {
    for (const key of keys) this.#waiting.get(key)?.[0]?.()
  }
}
