import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** An address that leads to one server and then to another, as a virtual address does that moves to another machine. */
export interface MovingAddress {
  readonly url: string
  /** From now on it leads there; whatever is open to the server before hears nothing any more. */
  moveTo(port: number): void
  close(): Promise<void>
}

export async function startMovingAddress(databaseUrl: string): Promise<MovingAddress> {
  let port = Number(new URL(databaseUrl).port)
  const pairs = new Set<{ cut: boolean; sockets: readonly Socket[] }>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    const pair = { cut: false, sockets: [near, far] }
    pairs.add(pair)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (part) => pair.cut || to.write(part))
      from.on('error', () => {})
      from.on('close', () => pair.cut || to.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: url.href,
    moveTo: (other) => {
      port = other
      for (const pair of pairs) pair.cut = true
    },
    close: async () => {
      server.close()
      for (const socket of [...pairs].flatMap(({ sockets }) => sockets)) socket.destroy()
      await once(server, 'close')
    },
  }
}
