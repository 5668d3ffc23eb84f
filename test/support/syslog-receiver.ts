import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createServer as createSecureServer, type TlsOptions } from 'node:tls'

/** A message of RFC 5424, taken apart. */
export interface SyslogMessage {
  readonly priority: number
  readonly time: string
  readonly app: string
  readonly id: string
  /** The JSON behind the header. */
  readonly event: { readonly id: string; readonly action: string; readonly subjectId: string | null }
}

/** A syslog server that counts octets (RFC 6587 section 3.4.1); with a certificate, by TLS. */
export async function startSyslogReceiver(secure?: TlsOptions, port = 0, taking = true) {
  const messages: SyslogMessage[] = []
  const sockets = new Set<Socket>()
  let take = taking
  const receive = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    const parts: Buffer[] = []
    socket.on('data', (part: Buffer) => {
      // What a process that dies has not read yet makes its system reset the connection.
      if (!take) return void socket.resetAndDestroy()
      parts.push(part)
    })
    socket.on('end', () => {
      messages.push(...read(Buffer.concat(parts)))
      socket.end()
    })
  }
  const server = secure ? createSecureServer(secure, receive) : createServer(receive)
  server.listen(port, 'localhost')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    messages,
    /** Whether it takes what comes; else it breaks off in the middle. */
    takes: (on: boolean) => {
      take = on
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function read(bytes: Buffer): SyslogMessage[] {
  const found: SyslogMessage[] = []
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at)
    const length = Number(bytes.subarray(at, space).toString())
    const text = bytes.subarray(space + 1, space + 1 + length).toString()
    const [, priority, time = '', , app = '', , id = '', json = ''] =
      /^<(\d+)>1 (\S+) (\S+) (\S+) (\S+) (\S+) - (.*)$/s.exec(text) ?? []
    found.push({ priority: Number(priority), time, app, id, event: JSON.parse(json) })
    at = space + 1 + length
  }
  return found
}
