import { ConnectionError, TimeoutError } from '../errors.ts'
import { timer, waitFor } from './wait.ts'

/** Sends a request: the shape of `fetch` with which the steps of the transport are joined. */
export type Fetch = (request: Request) => Promise<Response>

/** How one attempt is sent. */
export interface SendOptions {
  /** Named in errors, like `url`. */
  readonly operation: string
  readonly url: string | undefined
  /** Milliseconds for the whole answer; with `stream`, for its head. */
  readonly timeout: number
  /**
   * The caller's own signal. Not `request.signal`: that one only follows it, and in Node stops doing so once its request
   * is garbage, which a pending call does not prevent.
   */
  readonly signal: AbortSignal | undefined
  /** Leave the body of the answer to the caller, who reads it as a stream. */
  readonly stream: boolean
}

/**
 * The innermost step: one attempt with a time limit. The request is left unread, so that it can be sent again, and
 * the answer's body is read here, so that a connection that breaks in the middle of it counts as a failed attempt.
 * @throws {ConnectionError} no (whole) answer
 * @throws {TimeoutError} not in time
 * @throws the reason of the signal, when that was aborted
 */
export function sending(fetch: Fetch, { operation, url, timeout, signal, stream }: SendOptions): Fetch {
  return async (request) => {
    const attempt = new AbortController()
    const onAbort = () => attempt.abort(signal?.reason)
    if (signal?.aborted) onAbort()
    else signal?.addEventListener('abort', onAbort, { once: true })
    let timedOut = false
    const limit = timer(() => {
      timedOut = true
      attempt.abort()
    }, timeout)
    try {
      const response = await waitFor(fetch(new Request(request.clone(), { signal: attempt.signal })), attempt.signal)
      if (!stream) await waitFor(response.clone().arrayBuffer(), attempt.signal)
      return response
    } catch (cause) {
      if (signal?.aborted) throw signal.reason
      if (timedOut) throw new TimeoutError(timeout, { operation, url, cause })
      throw new ConnectionError({ operation, url, cause })
    } finally {
      clearTimeout(limit)
      if (!stream) signal?.removeEventListener('abort', onAbort)
    }
  }
}
