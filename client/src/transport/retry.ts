import { ConnectionError } from '../errors.ts'
import { retryAfterSeconds } from './retry-after.ts'
import type { Fetch } from './send.ts'
import { wait } from './wait.ts'

/** When a call is tried again. Only safe calls are: sending them twice changes nothing (RFC 9110 section 9.2.1). */
export interface RetryOptions {
  /** How often a call is sent at most; 3 when left out. */
  readonly attempts?: number | undefined
  /** Milliseconds before the second attempt, doubled for each further one and varied by chance; 250 when left out. */
  readonly initialDelay?: number | undefined
  /**
   * The longest wait in milliseconds; 10 000 when left out. When `Retry-After` asks for more, the answer is returned
   * at once: asking again earlier would be refused again.
   */
  readonly maximumDelay?: number | undefined
}

/** The statuses that say: not now. */
const temporary = [429, 503]

/**
 * Tries again after 429, 503 and broken connections, with exponential back-off and jitter, and as late as
 * `Retry-After` wants. An answer that came too late is not asked for again.
 * @throws what the last attempt throws, or the reason of the signal, also while waiting
 */
export function retrying(next: Fetch, options: RetryOptions | false = {}, signal?: AbortSignal): Fetch {
  if (options === false) return next
  const { attempts = 3, initialDelay = 250, maximumDelay = 10_000 } = options
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      const backOff = Math.min(initialDelay * 2 ** (attempt - 1), maximumDelay)
      // Between half and the whole of it, so that clients that failed together do not come back together.
      let delay = backOff * (0.5 + Math.random() / 2)
      try {
        const response = await next(request)
        if (attempt >= attempts || !temporary.includes(response.status)) return response
        delay = Math.max(delay, (retryAfterSeconds(response.headers) ?? 0) * 1000)
        if (delay > maximumDelay) return response
      } catch (error) {
        if (attempt >= attempts || !(error instanceof ConnectionError)) throw error
      }
      await wait(delay, signal)
    }
  }
}
