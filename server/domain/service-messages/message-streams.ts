import { setTimeout as delay } from 'node:timers/promises'
import { type MessagesRead, readServiceMessages } from '../../db/queries/service-messages.ts'
import type { Db } from '../../db/schema.ts'
import type { Logger } from '../../log/log.ts'
import { Failure } from '../failure.ts'
import { type MessageListener, type MessageSource, MessageStream } from './message-stream.ts'

/** How many streams one process has open: of a sign-in, of a user, and in all. Browsers open six connections to a server. */
const most = { ofSignIn: 4, ofUser: 20, inAll: 10_000 }
/** How many streams are read for with one statement, and how many messages each is given at once. */
const batch = { streams: 500, messages: 16 }
/** Milliseconds until the table is read again after that has failed. */
const retryDelay = 1_000

/** Milliseconds between two looks at every stream, each with a heart-beat. */
export const defaultMessageBeat = 15_000

/**
 * The streams of this process. They are read for together, one statement at a time, whatever the reason: one has been opened or
 * has taken its page, messages were pushed, notifications may have been missed, or it is time to look whether their callers may
 * still be there. The same statement tells that and reads, so nobody receives what was pushed after his right had ended.
 */
export class MessageStreams implements MessageSource {
  readonly #db: Db
  readonly #log: Logger
  readonly #ofUser = new Map<string, Set<MessageStream>>()
  /** Those to read for. */
  readonly #due = new Set<MessageStream>()
  readonly #beat: NodeJS.Timeout
  #count = 0
  #reading = false
  #ended = false

  constructor(db: Db, log: Logger, beat: number) {
    this.#db = db
    this.#log = log
    this.#beat = setInterval(() => this.look(), beat)
    this.#beat.unref()
  }

  /** How many are open. */
  get count(): number {
    return this.#count
  }

  /**
   * Opens a stream; it ends when the caller's right does.
   * @param after the number of the last message that the client has
   * @throws Failure too_many_requests
   */
  open(listener: MessageListener, after: number): MessageStream {
    const stream = new MessageStream(listener, after, this)
    if (this.#ended) stream.close()
    else this.#add(stream)
    return stream
  }

  #add(stream: MessageStream): void {
    const { userId, token } = stream.listener
    const others = [...(this.#ofUser.get(userId) ?? [])]
    const ofSignIn = others.filter((other) => other.listener.token.grantHash.equals(token.grantHash))
    if (others.length >= most.ofUser || ofSignIn.length >= most.ofSignIn || this.#count >= most.inAll) {
      throw new Failure('too_many_requests', [], { retryAfter: 15 })
    }
    this.#ofUser.set(userId, new Set([...others, stream]))
    this.#count += 1
  }

  closed(stream: MessageStream): void {
    const { userId } = stream.listener
    const streams = this.#ofUser.get(userId)
    this.#due.delete(stream)
    if (!streams?.delete(stream)) return
    this.#count -= 1
    if (streams.size === 0) this.#ofUser.delete(userId)
  }

  wanted(stream: MessageStream): void {
    if (stream.behind || stream.beatDue) this.#readFor([stream])
  }

  /** A message was pushed to that user. */
  pushed(userId: string): void {
    for (const stream of this.#ofUser.get(userId) ?? []) stream.behind = true
    this.#readFor(this.#ofUser.get(userId) ?? [])
  }

  /** Looks at every stream: for messages that nobody has told of, for the right to be there, and for a heart-beat. */
  look(): void {
    const all = [...this.#ofUser.values()].flatMap((streams) => [...streams])
    for (const stream of all) stream.beatDue = true
    this.#readFor(all)
  }

  /** Ends every stream, and every one that is opened from now on: the server stops. */
  end(): void {
    this.#ended = true
    clearInterval(this.#beat)
    for (const stream of [...this.#ofUser.values()].flatMap((streams) => [...streams])) stream.close()
  }

  #readFor(streams: Iterable<MessageStream>): void {
    for (const stream of streams) if (stream.waits) this.#due.add(stream)
    if (!this.#reading) void this.#readAll()
  }

  async #readAll(): Promise<void> {
    this.#reading = true
    while (this.#due.size > 0) {
      const streams = [...this.#due].slice(0, batch.streams)
      for (const stream of streams) {
        this.#due.delete(stream)
        stream.behind = false
      }
      const found = await this.#read(streams)
      if (found) for (const [place, stream] of streams.entries()) this.#handOver(stream, found[place])
      else {
        for (const stream of streams) stream.behind = true
        await delay(retryDelay, undefined, { ref: false })
        for (const stream of streams) if (stream.waits) this.#due.add(stream)
      }
    }
    this.#reading = false
  }

  /** What there is for each; undefined when the database does not answer. */
  #read(streams: readonly MessageStream[]): Promise<MessagesRead[] | undefined> {
    const readers = streams.map(({ listener, position }) => ({ ...listener, after: position }))
    return readServiceMessages(this.#db, readers, batch.messages).catch((err: unknown) => {
      this.#log.warn({ err }, 'the messages could not be read')
      return undefined
    })
  }

  #handOver(stream: MessageStream, found: MessagesRead | undefined): void {
    if (!found?.stands || Date.now() >= stream.listener.tokenExpiresAt) {
      stream.close()
      return
    }
    const { messages } = found
    if (messages.length === batch.messages) stream.behind = true
    // Whoever takes this page asks for the next one himself.
    if (messages.length > 0 || stream.beatDue) {
      this.#due.delete(stream)
      stream.give(messages)
    }
  }
}
