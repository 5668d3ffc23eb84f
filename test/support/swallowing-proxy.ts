import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** Stands before a database and can forget connections, as firewalls and failovers do. */
export interface SwallowingProxy {
  /** The database's address by way of the proxy. */
  readonly url: string
  /** Swallows from now on what comes on the connections that are open, in both directions, without closing them. */
  swallow(): void
  /** Swallows what comes on new connections, too. */
  swallowAll(): void
  /** Passes new connections on again; what was swallowed stays so. */
  passNew(): void
  close(): Promise<void>
}

export async function startSwallowingProxy(databaseUrl: string): Promise<SwallowingProxy> {
  const target = new URL(databaseUrl)
  const pairs = new Set<{ silent: boolean; sockets: readonly Socket[] }>()
  let all = false
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    const pair = { silent: all, sockets: [near, far] }
    pairs.add(pair)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (part) => pair.silent || to.write(part))
      from.on('error', () => {})
      from.on('close', () => pair.silent || to.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const swallow = () => {
    for (const pair of pairs) pair.silent = true
  }
  return {
    url: url.href,
    swallow,
    swallowAll: () => {
      all = true
      swallow()
    },
    passNew: () => {
      all = false
    },
    close: async () => {
      server.close()
      for (const socket of [...pairs].flatMap(({ sockets }) => sockets)) socket.destroy()
      await once(server, 'close')
    },
  }
}
