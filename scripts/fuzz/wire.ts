import { Agent, request } from 'node:http'

/** A name and its value; what comes twice stands twice. */
export type Pair = readonly [name: string, value: string]

/** A request as it goes over the wire: nothing is merged, sorted or mended. */
export interface WireRequest {
  readonly method: string
  readonly path: string
  readonly query: readonly Pair[]
  /** The body, as a form or as it is; a request that has neither has no body. */
  readonly form?: readonly Pair[]
  readonly text?: string
  readonly headers: readonly Pair[]
  readonly cookies: readonly Pair[]
  /** Stands behind the query, or the form where there is one, as it is. */
  readonly tail?: string
}

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number
  readonly headers: readonly Pair[]
  readonly body: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** What a header of Node may hold; anything else never leaves a client. */
const headerText = (value: string) => value.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?')

/**
 * Sends a request.
 * @param origin where it goes
 * @param host the name it is sent under
 * @throws Error when the connection ends without an answer, or nothing has come after 30 s
 */
export function send(origin: string, host: string, wire: WireRequest): Promise<WireAnswer> {
  const query = new URLSearchParams(wire.query.map(([...pair]) => pair)).toString()
  const form = wire.form && new URLSearchParams(wire.form.map(([...pair]) => pair)).toString()
  const tail = wire.tail ?? ''
  const search = form === undefined ? query + tail : query
  const text = form === undefined ? wire.text : form + tail
  const body = text === undefined ? undefined : Buffer.from(text)
  const cookie = wire.cookies.map(([name, value]) => `${name}=${value}`).join('; ')
  const headers: Pair[] = [['Host', host], ...wire.headers.map(([name, value]): Pair => [name, headerText(value)])]
  if (cookie) headers.push(['Cookie', headerText(cookie)])
  if (body) headers.push(['Content-Length', String(body.length)])
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const path = search ? `${wire.path}?${search}` : wire.path
    const options = { agent, host: hostname, port, method: wire.method, path, headers: headers.flat(), timeout: 30_000 }
    const sent = request(options, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      const done = () => {
        const raw = answer.rawHeaders
        const pairs = Array.from(
          { length: raw.length / 2 },
          (_, at): Pair => [(raw[at * 2] ?? '').toLowerCase(), raw[at * 2 + 1] ?? ''],
        )
        resolve({ status: answer.statusCode ?? 0, headers: pairs, body: Buffer.concat(chunks).toString('utf8') })
      }
      answer.on('end', done)
      // A stream has no end to wait for.
      if (answer.headers['content-type'] !== 'text/event-stream') return
      answer.once('data', () => {
        done()
        answer.destroy()
      })
    })
    sent.on('error', reject)
    sent.on('timeout', () => sent.destroy(new Error(`no answer to ${wire.method} ${wire.path} in 30 s`)))
    sent.end(body)
  })
}
