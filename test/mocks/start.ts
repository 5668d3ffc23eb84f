import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { loadDocuments, type MockDocument } from '../../mocks/src/contract.ts'
import { createMock } from '../../mocks/src/server.ts'

/** A mock that listens on a free port, for one test file. */
export interface RunningMock {
  origin: string
  documents: MockDocument[]
  stop(): Promise<void>
}

/** Starts a mock in this process. */
export async function startMock(options: { dynamic?: boolean; seed?: string } = {}): Promise<RunningMock> {
  const documents = await loadDocuments()
  const server = await createMock({ documents, dynamic: options.dynamic ?? false, seed: options.seed })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    documents,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
