import { vi } from 'vitest'
import { createTestDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { bucketEnvironment, startBucket } from './bucket.ts'
import { eventNetworks } from './event-receiver.ts'
import { type RunningProxy, startProxy } from './haproxy.ts'
import { type Installation, installation } from './installation.ts'
import { freePort, type Running, run } from './process.ts'

/** An installation of two servers, each a process, that share a database and a bucket and nothing else. */
export interface Cluster extends Installation {
  readonly proxy: RunningProxy
  readonly secretKey: string
  /** Restarts one node after the other: each as soon as the one before it is sent requests again. */
  restart(): Promise<void>
  /** What the nodes have written about requests that failed. */
  failedRequests(): string[]
  close(): Promise<void>
}

/** Starts it behind a proxy that sends each request to the next node. @param env what both servers are started with beside */
export async function startCluster(env: Readonly<Record<string, string>> = {}): Promise<Cluster> {
  const database = await createTestDatabase()
  const [shared, ...own] = await Promise.all([temporaryDirectory(), temporaryDirectory(), temporaryDirectory()])
  const bucket = await startBucket()
  const [port = 0, ...ports] = await Promise.all([freePort(), freePort(), freePort()])
  const issuer = `http://localhost:${port}`
  const secretKey = Buffer.from('the installation of two processes').toString('base64')
  const written: Running[] = []
  const start = async (node: number): Promise<Running> => {
    const running = run('server/main.ts', {
      ...bucketEnvironment(bucket),
      ...eventNetworks,
      DATABASE_URL: database.url,
      DATA_DIR: own[node]?.path ?? '',
      SECRET_KEY: secretKey,
      SEED: 'demo',
      PORT: String(ports[node]),
      PUBLIC_URL: issuer,
      TRUST_PROXY: 'loopback',
      DRAIN_SECONDS: '5',
      ...env,
    })
    written.push(running)
    await running.says('OpenAccount ready')
    return running
  }
  const nodes = [await start(0), await start(1)]
  const proxy = await startProxy(shared.path, port, ports)

  return {
    ...installation(issuer, database),
    proxy,
    secretKey,
    restart: async () => {
      for (const [index, node] of nodes.entries()) {
        node.child.kill('SIGTERM')
        const code = await node.ended()
        if (code !== 0) throw new Error(`a node has ended with ${code}:\n${node.output()}`)
        const next = await start(index)
        nodes[index] = next
        const serves = () => {
          if (!/"operationId"/.test(next.output())) throw new Error('the restarted node is sent nothing')
        }
        await vi.waitFor(serves, { timeout: 30_000, interval: 100 })
      }
    },
    failedRequests: () =>
      written
        .flatMap((running) => running.output().split('\n'))
        .filter((line) => line.includes('"msg":"request failed"')),
    close: async () => {
      await proxy.stop()
      for (const node of nodes) node.child.kill('SIGINT')
      await Promise.all(nodes.map((node) => node.ended()))
      await database.close()
      await bucket.close()
      for (const directory of [shared, ...own]) await directory.remove()
    },
  }
}
