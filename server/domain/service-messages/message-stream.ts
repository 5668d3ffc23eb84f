import type { UserTokenClaims } from '../../db/queries/callers.ts'
import type { ServiceMessage } from '../../db/queries/service-messages.ts'

export type { ServiceMessage }

/** Who listens, and what proves the right to. */
export interface MessageListener {
  readonly userId: string
  readonly token: UserTokenClaims
  /** When the token ends, in milliseconds since 1970. */
  readonly tokenExpiresAt: number
}

/** Messages, the oldest first; none is a heart-beat. */
export type MessagePage = readonly ServiceMessage[]

/** What a stream asks of whoever reads the table for it. */
export interface MessageSource {
  /** The stream waits for a page. */
  wanted(stream: MessageStream): void
  /** Nobody reads the stream any more. */
  closed(stream: MessageStream): void
}

/**
 * The messages of one client of a user, page by page. It holds none itself: a page is read when the reader asks for it, so that
 * a slow one costs nothing but his place.
 */
export class MessageStream implements AsyncIterableIterator<MessagePage> {
  readonly listener: MessageListener
  /** The number of the last message that was handed over. */
  position: number
  /** There may be messages behind the position. */
  behind = true
  /** The next page may be an empty one. */
  beatDue = false
  readonly #source: MessageSource
  #take: ((result: IteratorResult<MessagePage>) => void) | undefined
  #over = false

  constructor(listener: MessageListener, position: number, source: MessageSource) {
    this.listener = listener
    this.position = position
    this.#source = source
  }

  /** Whether somebody waits for the next page. */
  get waits(): boolean {
    return this.#take !== undefined
  }

  /** Ends with the signal. */
  until(signal: AbortSignal): this {
    if (signal.aborted) this.close()
    else signal.addEventListener('abort', () => this.close(), { once: true })
    return this
  }

  /** Hands a page over to whoever waits for it. */
  give(page: MessagePage): void {
    this.beatDue = false
    this.position = page.at(-1)?.number ?? this.position
    this.#settle({ done: false, value: page })
  }

  close(): void {
    if (this.#over) return
    this.#over = true
    this.#source.closed(this)
    this.#settle({ done: true, value: undefined })
  }

  next(): Promise<IteratorResult<MessagePage>> {
    if (this.#over) return Promise.resolve({ done: true, value: undefined })
    return new Promise((resolve) => {
      this.#take = resolve
      this.#source.wanted(this)
    })
  }

  return(): Promise<IteratorResult<MessagePage>> {
    this.close()
    return Promise.resolve({ done: true, value: undefined })
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #settle(result: IteratorResult<MessagePage>): void {
    const take = this.#take
    this.#take = undefined
    take?.(result)
  }
}
