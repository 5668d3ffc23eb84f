import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a relying party was sent to its back-channel logout address. */
export interface ReceivedLogout {
  readonly method: string | undefined
  readonly contentType: string | undefined
  readonly form: URLSearchParams
}

/** A relying party's back-channel logout address that listens. */
export interface LogoutReceiver {
  readonly uri: string
  readonly received: ReceivedLogout[]
  close(): void
}

/** @param status what it answers with: 200 takes a logout (Back-Channel Logout 1.0 section 2.8) */
export async function receiveLogouts(status = 200): Promise<LogoutReceiver> {
  const received: ReceivedLogout[] = []
  const server = createServer(async (req, res) => {
    const form = new URLSearchParams(await text(req))
    received.push({ method: req.method, contentType: req.headers['content-type'], form })
    res.writeHead(status).end()
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    uri: `http://localhost:${(server.address() as AddressInfo).port}/backchannel-logout`,
    received,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
