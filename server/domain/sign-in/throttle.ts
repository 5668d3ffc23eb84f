import { countAttempt } from '../../db/queries/rate-limits.ts'
import type { Db } from '../../db/schema.ts'

/** How many attempts are let through in a number of seconds. */
export interface Limit {
  attempts: number
  seconds: number
}

/**
 * Counts attempts in the database, so that the limits hold over all nodes: any number at the same moment still meets the
 * limit.
 */
export class Throttle<Name extends string> {
  readonly #db: Db
  readonly #purpose: string
  readonly #limits: Readonly<Record<Name, Limit>>

  /**
   * @param purpose keeps the counters of different doors apart
   * @param limits the limits by their names
   */
  constructor(db: Db, purpose: string, limits: Readonly<Record<Name, Limit>>) {
    this.#db = db
    this.#purpose = purpose
    this.#limits = limits
  }

  /**
   * Counts one attempt. One statement.
   * @returns 0 when it may go on, else the seconds until the next one may
   */
  async count(limit: Name, key: string): Promise<number> {
    const { attempts, seconds } = this.#limits[limit]
    const counted = await countAttempt(this.#db, `${this.#purpose}:${limit}:${key}`, seconds)
    return counted.attempts <= attempts ? 0 : counted.retryAfter
  }
}
