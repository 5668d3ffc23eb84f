import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { vi } from 'vitest'
import type { EventReceiver } from '../../../client/src/index.ts'
import { type ProtocolServer, startProtocolServer } from '../../client/protocol-server.ts'
import { freePort } from '../../support/process.ts'

/** A receiver of events that listens. */
export interface RunningReceiver {
  origin: string
  stop(): Promise<void>
}

/** Lets a receiver that speaks `Request` and `Response` listen. */
export async function serve(receive: EventReceiver): Promise<RunningReceiver> {
  const server: ProtocolServer = await startProtocolServer()
  server.on('POST /callback', async ({ headers, body }) => {
    const { authorization = '' } = headers
    const request = new Request(`${server.baseUrl}/callback`, { method: 'POST', headers: { authorization }, body })
    const answer = await receive(request)
    return { status: answer.status, body: await answer.json() }
  })
  return { origin: server.baseUrl, stop: () => server.close() }
}

/**
 * Starts a receiver that is a program, as its guide says.
 * @param command with the variables in front
 */
export async function startProgram(command: string, directory: string): Promise<RunningReceiver> {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port) }
  const child = spawn('bash', ['-c', `exec env ${command}`], { cwd: directory, env, stdio: 'ignore' })
  const end = once(child, 'close')
  const origin = `http://127.0.0.1:${port}`
  await vi.waitFor(() => fetch(origin), { timeout: 15_000 })
  return {
    origin,
    stop: async () => {
      child.kill()
      await end
    },
  }
}

/** The receiver at an address as a function. */
export function receiverAt(origin: string): EventReceiver {
  return async (request) =>
    fetch(`${origin}/callback`, { method: 'POST', headers: request.headers, body: await request.text() })
}
