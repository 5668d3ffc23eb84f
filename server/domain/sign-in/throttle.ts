import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

/** How many attempts are let through in a number of seconds. */
export interface Limit {
  attempts: number
  seconds: number
}

/** The limits of password sign-in. */
export interface SignInLimits {
  /** One account from one address: what a person who mistypes meets. */
  accountAndAddress: Limit
  /** One address, whatever the account: what spraying of passwords meets. */
  address: Limit
  /** One account from all addresses it has never signed in from: what a distributed attack meets. */
  account: Limit
}

export const defaultSignInLimits: SignInLimits = {
  accountAndAddress: { attempts: 10, seconds: 15 * 60 },
  address: { attempts: 300, seconds: 60 * 60 },
  account: { attempts: 50, seconds: 60 * 60 },
}

/** The name of one of the limits. */
export type LimitName = keyof SignInLimits

/**
 * Counts attempts in the database, so that the limits hold over all nodes. An attempt is counted before the
 * password is looked at: any number of guesses at the same moment still meets the limit.
 */
export class Throttle {
  readonly #limiters: Record<LimitName, RateLimiterPostgres>

  constructor(pool: Pool, limits: SignInLimits) {
    const limiter = (name: LimitName) =>
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limits',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: `sign-in:${name}`,
        points: limits[name].attempts,
        duration: limits[name].seconds,
      })
    this.#limiters = {
      accountAndAddress: limiter('accountAndAddress'),
      address: limiter('address'),
      account: limiter('account'),
    }
  }

  /**
   * Counts one attempt. One statement.
   * @returns 0 when it may go on, else the seconds until the next one may
   */
  async count(limit: LimitName, key: string): Promise<number> {
    try {
      await this.#limiters[limit].consume(key)
      return 0
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      throw refusal
    }
  }

  /** Forgets the attempts under that key, after a success. One statement. */
  async forgive(limit: LimitName, key: string): Promise<void> {
    await this.#limiters[limit].delete(key)
  }

  /** Gives one attempt back. One statement. */
  async giveBack(limit: LimitName, key: string): Promise<void> {
    await this.#limiters[limit].reward(key)
  }
}
