import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A server of one's own with the demo data, gone without a trace when it is stopped. */
export interface FuzzedServer {
  readonly origin: string
  /** What it wrote last. */
  tail(): string
  stop(): Promise<void>
}

/** Starts the server in a process of its own, with its database in a temporary directory. */
export async function startFuzzedServer(): Promise<FuzzedServer> {
  const directory = await mkdtemp(join(tmpdir(), 'openaccount-fuzz-'))
  // Under root the database runs as another user, who has to get to it.
  await chmod(directory, 0o711)
  const port = await freePort()
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATA_DIR: directory,
      SEED: 'demo',
      LOG_LEVEL: 'warn',
      // Each call says which address it comes from.
      TRUST_PROXY: 'loopback',
      DRAIN_SECONDS: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = once(child, 'close')
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-20_000)
        if (output.includes('OpenAccount ready')) resolve()
      })
    void ended.then(() => reject(new Error(`the server did not start:\n${output}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(directory, { recursive: true, force: true })
  }
  await ready.catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { origin: `http://localhost:${port}`, tail: () => output.slice(-4_000), stop }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
