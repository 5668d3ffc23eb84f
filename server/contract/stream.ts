import { once } from 'node:events'
import type { Response } from 'express'

/** Chunks of an answer, made while they are sent; the signal tells when nobody waits for more. */
export type StreamSource = (signal: AbortSignal) => AsyncIterable<Uint8Array | string>

/** What else is to be known of a source. */
export interface StreamOptions {
  /** It ends by itself when the caller's right ends, so that nobody else has to look. */
  readonly endsWithRight?: boolean
}

/** The body of a reply that is sent while it is made: an event stream, a file. */
export class Streamed {
  readonly mediaType: string
  readonly source: StreamSource
  readonly endsWithRight: boolean

  constructor(mediaType: string, source: StreamSource, { endsWithRight = false }: StreamOptions = {}) {
    this.mediaType = mediaType
    this.source = source
    this.endsWithRight = endsWithRight
  }
}

/** When a caller who was let in is asked again whether he still may be there. */
export interface RightToStay {
  /** Whether the caller's credential still stands. */
  readonly stands: () => Promise<boolean>
  /** Milliseconds between two looks. */
  readonly interval: number
}

/** What a response emits when it goes on for as long as its reader likes. */
export const streaming = Symbol('streaming')

/** How a stream is sent. */
export interface StreamSettings {
  /** Of the caller; none where nobody had to prove anything. */
  readonly right: RightToStay | undefined
  /** The caller wants no body. */
  readonly headOnly: boolean
  /** Milliseconds that a reader may take nothing. */
  readonly takeLimit: number
}

/**
 * Sends a streamed body: a chunk is asked for when the one before was taken (back-pressure), proxies are told not to keep
 * chunks back, and it ends when it is done, when the receiver goes away or takes nothing, or when the caller's right ends.
 * Resolves when it is over; rejects with what the source throws, when the connection is to be cut.
 */
export async function sendStream(response: Response, body: Streamed, settings: StreamSettings): Promise<void> {
  const { headOnly, takeLimit } = settings
  const right = body.endsWithRight ? undefined : settings.right
  response.setHeader('Content-Type', body.mediaType)
  response.setHeader('X-Accel-Buffering', 'no')
  response.flushHeaders()
  response.emit(streaming)
  const end = new AbortController()
  const stop = () => end.abort()
  response.once('close', stop)
  // Whoever went away while the reply was made is not told of any more.
  if (headOnly || response.closed) stop()
  const watch = right && setInterval(() => void right.stands().then((stands) => stands || stop(), stop), right.interval)
  try {
    for await (const chunk of untilAborted(body.source(end.signal), end.signal)) {
      if (!response.write(chunk)) await taken(response, end.signal, takeLimit)
    }
  } catch (error) {
    if (!end.signal.aborted) throw error
  } finally {
    clearInterval(watch)
    response.off('close', stop)
    stop()
  }
  response.end()
}

/** Waits until what was written is taken; whoever takes nothing for too long is cut off. */
async function taken(response: Response, signal: AbortSignal, limit: number): Promise<void> {
  const late = setTimeout(() => response.destroy(), limit)
  try {
    await once(response, 'drain', { signal })
  } finally {
    clearTimeout(late)
  }
}

/** The chunks until the signal comes; a source that waits for something is not waited for then, and is told to clean up. */
async function* untilAborted<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  let wake = () => {}
  // One listener for all chunks: a race against one lasting promise would keep something of every chunk.
  signal.addEventListener('abort', () => wake(), { once: true })
  try {
    while (!signal.aborted) {
      const next = await new Promise<IteratorResult<T> | undefined>((resolve, reject) => {
        wake = () => resolve(undefined)
        iterator.next().then(resolve, reject)
      })
      if (next === undefined || next.done) return
      yield next.value
    }
  } finally {
    // Not awaited: a source that hangs would keep the answer open.
    void Promise.resolve(iterator.return?.()).catch(() => {})
  }
}
