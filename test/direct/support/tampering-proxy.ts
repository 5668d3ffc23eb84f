import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** An answer on its way through; its members may be changed. */
export interface PassingAnswer {
  status: number
  readonly headers: Map<string, string | string[] | undefined>
  body: string
}

/** A server that passes everything on to another one, and changes the answers. */
export interface TamperingProxy {
  readonly origin: string
  close(): void
}

/** Starts a proxy. @param tamper what becomes of each answer */
export async function startTamperingProxy(
  target: string,
  tamper: (answer: PassingAnswer) => void | Promise<void>,
): Promise<TamperingProxy> {
  const server = createServer((incoming, outgoing) => {
    const options = { method: incoming.method, path: incoming.url, headers: incoming.rawHeaders }
    const passed = request(target, options, async (answer) => {
      const headers = new Map(Object.entries(answer.headers))
      const passing = { status: answer.statusCode ?? 0, headers, body: await text(answer) }
      await tamper(passing)
      // A length that is wrong would be another difference.
      if (headers.has('content-length')) headers.set('content-length', String(Buffer.byteLength(passing.body)))
      outgoing.writeHead(passing.status, Object.fromEntries(headers)).end(passing.body)
    })
    incoming.pipe(passed)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
