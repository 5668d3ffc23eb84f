import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as wholeOf } from 'node:stream/consumers'
import { vi } from 'vitest'
import { createEventReceiver, type EventHandlers } from '../../client/src/index.ts'
import type { Events } from '../../server/events.ts'
import type { Installation } from './installation.ts'

export const callbackSecrets = {
  token: 'callback.Token.2026',
  encryptionKey: 'Encryption.Key16',
  signatureKey: 'Signature.Key-16',
} as const

/** An event that an application has taken. */
export interface TakenEvent {
  readonly type: string
  readonly message: Readonly<Record<string, unknown>>
}

/** Does something else with a request than an application should; true when it has answered. */
type Interference = (body: string, response: ServerResponse) => boolean | Promise<boolean>

/** An installation, and what tells its applications of changes. */
type Telling = Installation & { readonly app: { readonly events: Events } }

/** An application that listens over HTTP with the receiver of the SDK, and can be made to misbehave. */
export class ListeningApplication {
  readonly clientId: string
  readonly server: Telling
  readonly taken: TakenEvent[] = []
  /** All that came, whatever was answered. */
  readonly bodies: string[] = []
  interfere: Interference | undefined
  readonly #http: Server
  #last = 0

  private constructor(server: Telling, clientId: string) {
    this.server = server
    this.clientId = clientId
    this.#http = createServer((request, response) => void this.#answer(request, response))
  }

  /** Starts one and sets its callback. */
  static async start(
    server: Telling,
    { secrets = callbackSecrets, organizationModel = true }: { secrets?: Secrets; organizationModel?: boolean } = {},
  ): Promise<ListeningApplication> {
    const clientId = await server.addApplication({ organizationModel })
    const application = new ListeningApplication(server, clientId)
    application.secrets = secrets
    application.#http.listen(0, '127.0.0.1')
    await once(application.#http, 'listening')
    const { callbacks } = server.app.events
    await callbacks.save({}, clientId, { address: application.address, ...secrets })
    return application
  }

  secrets: Secrets = callbackSecrets

  get address(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}/callback`
  }

  /** What was taken about one object, by the id that the application gave it, or by a name in the message. */
  about(name: string): TakenEvent[] {
    const ids = new Set(
      this.taken.filter(({ message }) => Object.values(message).includes(name)).map(({ message }) => message.id),
    )
    return this.taken.filter(
      ({ message }) => Object.values(message).includes(name) || (message.id && ids.has(message.id)),
    )
  }

  /** Waits until the application has taken as many events. */
  async hasTaken(count: number): Promise<TakenEvent[]> {
    await vi.waitFor(() => {
      if (this.taken.length < count) throw new Error(`${this.taken.length} of ${count}: ${JSON.stringify(this.taken)}`)
    }, 10_000)
    return this.taken
  }

  /** Waits until nothing is under way any more: every event is delivered, dropped, dead, or waits for a later time. */
  async isQuiet(): Promise<void> {
    await vi.waitFor(async () => {
      const { rows } = await this.server.database.pool.query(
        `select id from event_deliveries where client_id = $1
         and (state = 'sending' or state = 'waiting' and due_at <= now() + interval '2 seconds')`,
        [this.clientId],
      )
      if (rows.length > 0) throw new Error(`${rows.length} events are under way`)
    }, 20_000)
  }

  /** Its records, oldest first. */
  async records() {
    const { deliveries } = this.server.app.events
    return (await deliveries.list({ clientId: this.clientId }, 1_000)).reverse()
  }

  /** Moves the clock of what waits: it is due now. */
  async passTime(): Promise<void> {
    await this.server.database.pool.query(
      `update event_deliveries set due_at = now() where client_id = $1 and state = 'waiting'`,
      [this.clientId],
    )
    await this.server.app.events.dispatcher.look()
  }

  async close(): Promise<void> {
    await this.server.app.events.callbacks.remove({}, this.clientId)
    this.#http.closeAllConnections()
    this.#http.close()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await wholeOf(request).catch(() => '')
    this.bodies.push(body)
    if (await this.interfere?.(body, response)) return
    const receive = createEventReceiver({ ...this.secrets, on: this.#handlers() })
    const headers = { authorization: request.headers.authorization ?? '' }
    const answer = await receive(new Request('http://localhost/callback', { method: 'POST', headers, body }))
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  }

  #handlers(): EventHandlers {
    const take = (type: string, id: unknown) => (message: object) => {
      this.taken.push({ type, message: { ...message } })
      return { id: String(id) }
    }
    const create = (type: string) => (message: object) => {
      this.#last += 1
      return take(type, `app-${this.#last}`)(message)
    }
    const update = (type: string) => (message: { readonly id: string }) => take(type, message.id)(message)
    const remove = (type: string) => (message: object) => void take(type, '')(message) as undefined
    return {
      CREATE_USER: create('CREATE_USER'),
      UPDATE_USER: update('UPDATE_USER'),
      DELETE_USER: remove('DELETE_USER'),
      CREATE_ORGANIZATION: create('CREATE_ORGANIZATION'),
      UPDATE_ORGANIZATION: update('UPDATE_ORGANIZATION'),
      DELETE_ORGANIZATION: remove('DELETE_ORGANIZATION'),
    }
  }
}

interface Secrets {
  readonly token: string
  readonly encryptionKey?: string
  readonly signatureKey?: string
}

/** Where tests' applications listen. */
export const eventNetworks = { EVENT_CALLBACK_NETWORKS: '127.0.0.1/32' }
