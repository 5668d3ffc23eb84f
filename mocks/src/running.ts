import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createClock } from './clock.ts'
import { loadDocuments, type MockDocument } from './contract.ts'
import type { Controls } from './control.ts'
import { createMockServer } from './server.ts'
import { createWorld, type Lifetimes, type MockClient, type MockUser } from './world.ts'

/** What a mock is made with; everything may be left out. */
export interface MockOptions {
  /** The people who can sign in; the first one does where nobody is named. */
  users?: MockUser[]
  clients?: MockClient[]
  /** Knows these people and clients only, their passwords, secrets and addresses; the server's demo data where none are given. */
  strict?: boolean
  /** A clock of one's own, or the moment at which the mock's begins to run. */
  clock?: (() => number | Date) | Date | string | number
  /** How long tokens last, in seconds. */
  lifetimes?: Lifetimes
  /** Makes the ids of what is created repeatable, and made-up answers. */
  seed?: string
  /** Off: every call is answered with the contract's example, whatever was called before. */
  memory?: boolean
  /** Makes answers up from the schemas instead of keeping anything. */
  dynamic?: boolean
  /** A free one by default. */
  port?: number
  /** `127.0.0.1` by default. */
  host?: string
}

/** A mock that listens. */
export interface Mock extends Controls {
  /** Its address, without a slash at the end. */
  url: string
  close(): Promise<void>
}

/** A mock, and what it was made from. @throws Error when it cannot listen there */
export async function runMock(options: MockOptions = {}): Promise<Mock & { documents: MockDocument[] }> {
  const { host = '127.0.0.1', port = 0, seed, dynamic = false, memory = true } = options
  const clock = createClock(options.clock)
  const world = createWorld({ ...options, clock: clock.now })
  const documents = await loadDocuments()
  const { server, controls } = await createMockServer({ documents, world, clock, dynamic, memory, seed })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  return {
    ...controls,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    documents,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
