import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as the server saw it. */
export interface SeenRequest {
  readonly operation: string
  readonly headers: Record<string, string | undefined>
  readonly form: Record<string, string>
  readonly body: string
  readonly query: URLSearchParams
}

/** An answer; a body that is no text is sent as JSON. */
export interface ScriptedAnswer {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body?: unknown
}

/** What an operation does: an answer, or `hang up` for a connection that breaks. */
export type Script = (seen: SeenRequest) => ScriptedAnswer | 'hang up' | Promise<ScriptedAnswer | 'hang up'>

/** A server that answers as a test says, for what a real server cannot be made to do when a test wants it. */
export interface ProtocolServer {
  readonly baseUrl: string
  /** The requests so far, oldest first. */
  readonly seen: SeenRequest[]
  /** Says what an operation, such as `GET /connect/userinfo`, does from now on. */
  on(operation: string, script: Script): void
  /** The requests of one operation. */
  of(operation: string): SeenRequest[]
  /** Forgets requests and scripts. */
  reset(): void
  close(): Promise<void>
}

/** Starts a server on a free port. */
export async function startProtocolServer(): Promise<ProtocolServer> {
  const seen: SeenRequest[] = []
  const scripts = new Map<string, Script>()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const one: SeenRequest = {
      operation: `${request.method} ${url.pathname}`,
      headers: request.headers as Record<string, string | undefined>,
      form: Object.fromEntries(new URLSearchParams(body)),
      body,
      query: url.searchParams,
    }
    seen.push(one)
    const script = scripts.get(one.operation)
    const answer = script ? await script(one) : { status: 404, body: { error: 'not_found' } }
    if (answer === 'hang up') {
      request.socket.destroy()
      return
    }
    const text =
      typeof answer.body === 'string' || answer.body === undefined ? answer.body : JSON.stringify(answer.body)
    const mediaType = typeof answer.body === 'string' ? 'text/plain' : 'application/json'
    response.writeHead(answer.status ?? 200, { ...(text && { 'content-type': mediaType }), ...answer.headers })
    response.end(text)
  })
  // On a busy machine two calls can be further apart than Node keeps a connection, and the next one would break.
  server.keepAliveTimeout = 60_000
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    baseUrl: `http://localhost:${(server.address() as AddressInfo).port}`,
    seen,
    on: (operation, script) => {
      scripts.set(operation, script)
    },
    of: (operation) => seen.filter((one) => one.operation === operation),
    reset: () => {
      seen.length = 0
      scripts.clear()
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** An answer of the token endpoint with numbered tokens. */
export function tokenAnswer(number: number, more: object = {}): ScriptedAnswer {
  return { body: { access_token: `access-${number}`, token_type: 'Bearer', expires_in: 3600, ...more } }
}

/** A refusal in the shape of the protocol endpoints. */
export function refusal(status: number, error: string, headers: Record<string, string> = {}): ScriptedAnswer {
  return { status, headers, body: { error, error_description: `${error} in detail` } }
}

/** A promise with its ends in the open, for tests that decide when something happens. */
export function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}
