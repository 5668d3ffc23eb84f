import { readEvents } from '../../client/src/transport/event-stream.ts'
import type { components } from '../../generated/account.ts'
import { ask, clientToken, type Envelope } from './api.ts'
import type { Installation } from './installation.ts'

export type UserMessage = components['schemas']['UserMessage']

/** A client of a user that listens to the messages. */
export class Listening {
  readonly status: number
  readonly headers: Headers
  /** What has come until now, with the ids of the events. */
  readonly messages: (UserMessage & { readonly eventId: string })[] = []
  /** How often something has come: messages, heart-beats. */
  heard = 0
  /** Fulfilled when the stream is over: whether it was ended in order. */
  readonly over: Promise<boolean>
  readonly #abort: AbortController

  private constructor(response: Response, abort: AbortController) {
    this.status = response.status
    this.headers = response.headers
    this.#abort = abort
    this.over = this.#read(response.body as ReadableStream<Uint8Array>).then(
      () => true,
      () => false,
    )
  }

  /** Opens a stream; it is there when its head is. */
  static async open(server: Pick<Installation, 'issuer'>, token: string, lastEventId?: string): Promise<Listening> {
    const abort = new AbortController()
    const response = await fetch(`${server.issuer}/api/v1.0/user/messages`, {
      headers: {
        authorization: `Bearer ${token}`,
        'X-L': 'en',
        ...(lastEventId !== undefined && { 'Last-Event-ID': lastEventId }),
      },
      signal: abort.signal,
    })
    return new Listening(response, abort)
  }

  get contents(): string[] {
    return this.messages.map(({ content }) => content)
  }

  /** Goes away. */
  async close(): Promise<void> {
    this.#abort.abort()
    await this.over
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    for await (const { id, data } of readEvents(body, () => {
      this.heard += 1
    })) {
      if (id !== undefined && data !== undefined) this.messages.push({ ...JSON.parse(data), eventId: id })
    }
  }
}

/** Pushes messages to a user, one after the other. */
export async function push(server: Installation, userId: string, ...contents: string[]): Promise<string[]> {
  const token = await clientToken(server, 'ZMS.MNS.Send')
  const ids: string[] = []
  for (const content of contents) ids.push((await pushOne(server, token, userId, content)).body.data[0] ?? '')
  return ids
}

export const pushOne = (server: Installation, token: string, objectId: string, content: string) =>
  ask<Envelope<string>>(server, 'POST', '/api/v1.0/trusted/mns', {
    token,
    body: { objectId, types: 'LicenseTimeChange', content },
  })

/** How many streams a server says are open. */
export async function openStreams(server: Installation): Promise<number> {
  const figures = await (await fetch(`${server.issuer}/metrics`)).text()
  return Number(/^message_streams (\d+)$/m.exec(figures)?.[1])
}
