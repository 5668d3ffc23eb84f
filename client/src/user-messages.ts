import type { AccountClient } from './account-client.ts'
import { AccountError, ConnectionError, placeOf, TimeoutError } from './errors.ts'
import type { components } from './generated/account.ts'
import type { CallOptions } from './transport/caller.ts'
import { readEvents } from './transport/event-stream.ts'
import { timer, wait } from './transport/wait.ts'
import { unwrap } from './unwrap.ts'

/** A service message, with the place to go on from. */
export type UserMessage = components['schemas']['UserMessage'] & {
  /** Give it as `lastEventId` to receive what follows this message. */
  readonly eventId: string
}

/** From where on, and until when. */
export interface UserMessagesOptions extends CallOptions {
  /** The `eventId` of the last message that was received; without it everything that is kept comes first. */
  readonly lastEventId?: string | undefined
  /** Milliseconds of silence after which the stream is opened again; 45 000 when left out. */
  readonly silence?: number | undefined
}

/** Waits in milliseconds, before the server says how long, and at most. */
const firstDelay = 1_000
const longestDelay = 30_000

/**
 * Receives the service messages of the user, as they come and without end. A stream that breaks, ends or falls silent is opened
 * again behind the last message, after a wait that grows by chance as long as nothing comes; an access token that has ended is
 * renewed as for any call.
 * @throws {EnvelopeError} the server refuses for good
 * @throws {SignInRequiredError} the token cannot be renewed
 * @throws {AccountError} the answer is no stream of messages
 * @throws the reason of the signal
 */
export async function* userMessages(
  client: AccountClient,
  { lastEventId, signal, silence = 45_000 }: UserMessagesOptions = {},
): AsyncGenerator<UserMessage, void, void> {
  let delay = firstDelay
  for (let failures = 0; ; failures += 1) {
    const attempt = new AbortController()
    const stop = () => attempt.abort(signal?.reason)
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop)
    let silent: ReturnType<typeof setTimeout> | undefined
    const heard = () => {
      clearTimeout(silent)
      silent = timer(() => attempt.abort(), silence)
    }
    let retryAfter = 0
    try {
      const header = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }
      const outcome = await client.GET('/api/v1.0/user/messages', {
        params: { header },
        parseAs: 'stream',
        signal: attempt.signal,
      })
      const body = await unwrap(outcome)
      // HTML Standard, section 9.2.2: whatever is of another type is no stream, however often it is opened.
      if (!/^text\/event-stream\b/i.test(outcome.response.headers.get('Content-Type') ?? '')) {
        throw new AccountError('the answer is no event stream', { ...place(client), status: outcome.response.status })
      }
      heard()
      for await (const { id, data, retry } of readEvents(body as ReadableStream<Uint8Array>, heard, attempt.signal)) {
        delay = retry ?? delay
        if (id === undefined || data === undefined) continue
        failures = 0
        lastEventId = id
        yield { ...messageOf(data, client), eventId: id }
      }
    } catch (error) {
      signal?.throwIfAborted()
      if (!attempt.signal.aborted && !passes(error)) throw error
      if (error instanceof AccountError) retryAfter = (error.retryAfter ?? 0) * 1_000
    } finally {
      clearTimeout(silent)
      signal?.removeEventListener('abort', stop)
      attempt.abort()
    }
    // Between half and the whole of it, so that those who lost their streams together do not come back together.
    const backOff = Math.min(delay * 2 ** failures, longestDelay) * (0.5 + Math.random() / 2)
    await wait(Math.max(backOff, retryAfter), signal)
  }
}

const place = ({ baseUrl }: AccountClient) => placeOf(baseUrl, 'GET /api/v1.0/user/messages')

/** @throws {AccountError} it is no JSON */
function messageOf(data: string, client: AccountClient): components['schemas']['UserMessage'] {
  try {
    return JSON.parse(data)
  } catch (cause) {
    throw new AccountError('a message is not JSON', { ...place(client), cause })
  }
}

/** Whether to try again: the connection broke, or the server cannot for the moment. */
function passes(error: unknown): boolean {
  if (error instanceof ConnectionError || error instanceof TimeoutError || error instanceof TypeError) return true
  const status = error instanceof AccountError ? (error.status ?? 0) : 0
  return status === 429 || status >= 500
}
