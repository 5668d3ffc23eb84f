import { matchesHash, sha256 } from '../../crypto/hash.ts'
import type { Application } from '../../db/queries/applications.ts'
import type { Db } from '../../db/schema.ts'
import { Failure } from '../failure.ts'
import { clientSecretLimits } from '../sign-in/limits.ts'
import { networkOf, siteOf } from '../sign-in/network.ts'
import { type Limit, Throttle } from '../sign-in/throttle.ts'

/** Whether that is the application's secret, or its former one while that is still taken. */
export function isSecretOf({ secretHash, formerSecretHash, formerSecretUntil }: Application, secret: string): boolean {
  if (secretHash === null) return false
  // Both are compared: the time tells nothing of which it was.
  const isPresent = matchesHash(secret, secretHash)
  const isFormer = formerSecretHash !== null && matchesHash(secret, formerSecretHash)
  return isPresent || (isFormer && formerSecretUntil !== null && formerSecretUntil.getTime() > Date.now())
}

type Subject = keyof typeof clientSecretLimits

/** Failures of one client from one place, as far as this node knows. */
interface Failures {
  count: number
  until: number
}

/** How many places are remembered; the database knows the others. */
const capacity = 10_000

/**
 * Limits how often the secret of a client may be guessed from one network, or one IPv6 site; what others elsewhere do
 * refuses nobody. Secrets are random, so that a right one is worth no statement: each node knows which of its callers have
 * failed too often, the database adds the nodes' failures up, and a node learns of those of others with its own next one.
 * A comparison takes no time, so that guesses at the same moment are counted one after the other.
 */
export class ClientSecrets {
  readonly #throttle: Throttle<Subject>
  readonly #limits: Record<Subject, Limit>
  readonly #failures = new Map<string, Failures>()

  constructor(db: Db, limits: Record<Subject, Limit> = clientSecretLimits) {
    this.#throttle = new Throttle(db, 'client-secret', limits)
    this.#limits = limits
  }

  /**
   * Compares a secret. No statement when it is right, one or two when it is wrong.
   * @throws Failure too_many_requests, unseen, when there were too many wrong ones from there
   */
  async check(clientId: string, address: string, matches: () => boolean): Promise<boolean> {
    const counters = countersOf(clientId, address)
    const blocked = counters.map(([name, key]) => this.#blocked(name, key))
    if (blocked.some((seconds) => seconds > 0)) throw limited(Math.max(...blocked))
    if (matches()) return true
    for (const [name, key] of counters) this.#fail(name, key)
    const counted = await Promise.all(counters.map(([name, key]) => this.#count(name, key)))
    if (counted.some((seconds) => seconds > 0)) throw limited(Math.max(...counted))
    return false
  }

  /**
   * Compares a secret for somebody who leaves failures to be counted by `check`. No statement.
   * @returns false when it is wrong, or not to be looked at
   */
  isRight(clientId: string, address: string, matches: () => boolean): boolean {
    const isBlocked = countersOf(clientId, address).some(([name, key]) => this.#blocked(name, key) > 0)
    return !isBlocked && matches()
  }

  /** Seconds until the next attempt is looked at; 0 when it may be now. */
  #blocked(name: Subject, key: string): number {
    const known = this.#failures.get(`${name}|${key}`)
    if (!known || known.count < this.#limits[name].attempts) return 0
    return Math.max(0, Math.ceil((known.until - Date.now()) / 1000))
  }

  #fail(name: Subject, key: string): void {
    const id = `${name}|${key}`
    const known = this.#failures.get(id)
    if (known && known.until > Date.now()) {
      known.count += 1
      return
    }
    const [oldest] = this.#failures.keys()
    if (this.#failures.size >= capacity && oldest !== undefined) this.#failures.delete(oldest)
    this.#failures.set(id, { count: 1, until: Date.now() + this.#limits[name].seconds * 1000 })
  }

  /** Counts a failure for all nodes. One statement. @returns seconds to wait when they have seen too many together */
  async #count(name: Subject, key: string): Promise<number> {
    const seconds = await this.#throttle.count(name, sha256(key).toString('base64url'))
    if (seconds > 0) {
      const { attempts } = this.#limits[name]
      this.#failures.set(`${name}|${key}`, { count: attempts, until: Date.now() + seconds * 1000 })
    }
    return seconds
  }
}

/** What failures of that client from there are counted under. */
function countersOf(clientId: string, address: string): (readonly [Subject, string])[] {
  const site = siteOf(address)
  const network = ['network', `${clientId}|${networkOf(address)}`] as const
  return site === undefined ? [network] : [network, ['site', `${clientId}|${site}`]]
}

const limited = (retryAfter: number) => new Failure('too_many_requests', [], { retryAfter })
