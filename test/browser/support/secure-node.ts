import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { startTestServer, type TestServer } from '../../support/server.ts'
import type { Certificate } from './certificate.ts'

/** A server's database, served over https. */
export interface SecureNode {
  /** An https origin on `localhost`. */
  readonly issuer: string
  close(): Promise<void>
}

/** Starts a node with the data of a test server whose public address is an https one. Close it before that server. */
export async function startSecureNode(server: TestServer, certificate: Certificate): Promise<SecureNode> {
  const front = createServer(certificate)
  front.listen(0, 'localhost')
  await once(front, 'listening')
  const issuer = `https://localhost:${(front.address() as AddressInfo).port}`
  const node = await startTestServer({ beside: { ...server, issuer } })
  front.on('request', node.app.handle)
  return {
    issuer,
    close: async () => {
      front.closeAllConnections()
      front.close()
      await node.close()
    },
  }
}
