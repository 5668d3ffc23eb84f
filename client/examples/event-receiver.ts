import { createServer, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { createEventReceiver, EventError } from '@openaccount/client'

const users = new Map<string, string>()

const receive = createEventReceiver({
  token: process.env.CALLBACK_TOKEN ?? 'sync.Demo.2026',
  encryptionKey: process.env.CALLBACK_ENCRYPTION_KEY,
  signatureKey: process.env.CALLBACK_SIGNATURE_KEY,
  on: {
    CREATE_USER({ username }) {
      if ([...users.values()].includes(username)) throw new EventError(400, 'username already exists')
      const id = crypto.randomUUID()
      users.set(id, username)
      return { id }
    },
    UPDATE_USER({ id, username }) {
      if (!users.has(id)) throw new EventError(404, 'user does not exist')
      users.set(id, username)
      return { id }
    },
    DELETE_USER({ id }) {
      if (!users.delete(id)) throw new EventError(404, 'user does not exist')
      return undefined
    },
  },
  onError: console.error,
})

// Node's own server speaks in streams: this is what stands between them and Request and Response.
async function answer(incoming: IncomingMessage): Promise<Response> {
  const { method = 'GET', headers } = incoming
  try {
    const hasBody = method !== 'GET' && method !== 'HEAD'
    const request = new Request('http://localhost/callback', {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' }),
    })
    return await receive(request)
  } catch {
    // Such as TRACE, of which no Request can be made. Nobody who asks may end this process.
    return new Response(null, { status: 400 })
  }
}

const server = createServer(async (incoming, outgoing) => {
  const response = await answer(incoming)
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(await response.text())
})

server.listen(Number(process.env.PORT ?? 3001), () => {
  const address = server.address()
  console.log(`Send events to http://localhost:${typeof address === 'object' ? address?.port : ''}/callback`)
})
