import { afterAll, afterEach, vi } from 'vitest'
import { type ProtocolServer, startProtocolServer } from './protocol-server.ts'

/** A server for one test file, which forgets everything between two tests and ends with the file; so do timers. */
export async function serverOfFile(): Promise<ProtocolServer> {
  const server = await startProtocolServer()
  afterEach(() => {
    vi.useRealTimers()
    server.reset()
  })
  afterAll(() => server.close())
  return server
}
