import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

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
  readonly #limiters: Record<Name, RateLimiterPostgres>

  /**
   * @param purpose keeps the counters of different doors apart
   * @param limits the limits by their names
   */
  constructor(pool: Pool, purpose: string, limits: Record<Name, Limit>) {
    const entries = Object.entries<Limit>(limits).map(([name, { attempts, seconds }]) => [
      name,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limits',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: `${purpose}:${name}`,
        points: attempts,
        duration: seconds,
      }),
    ])
    this.#limiters = Object.fromEntries(entries) as Record<Name, RateLimiterPostgres>
  }

  /**
   * Counts one attempt. One statement.
   * @returns 0 when it may go on, else the seconds until the next one may
   */
  async count(limit: Name, key: string): Promise<number> {
    try {
      await this.#limiters[limit].consume(key)
      return 0
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      throw refusal
    }
  }
}
