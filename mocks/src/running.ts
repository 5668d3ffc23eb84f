import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createClock } from './clock.ts'
import { loadDocuments, type MockDocument } from './contract.ts'
import type { Mock, MockOptions } from './mock.ts'
import { createMockServer } from './server.ts'
import { createWorld } from './world.ts'

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
