import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from './process.ts'

const root = join(import.meta.dirname, '../..')

/** Stock Prism over the bundle of an API. */
export interface RunningPrism {
  readonly origin: string
  stop(): void
}

/**
 * Starts stock Prism over a bundle, as any integrator would run it: as a mock or, with an address, as a proxy in front of
 * what answers there.
 */
export async function startPrism(api: string, upstream?: string): Promise<RunningPrism> {
  const port = await freePort()
  const program = join(root, 'node_modules/@stoplight/prism-cli/dist/index.js')
  const document = join(root, `generated/${api}.json`)
  const command = upstream === undefined ? ['mock', document] : ['proxy', document, upstream]
  const args = [program, ...command, '-h', '127.0.0.1', '-p', String(port)]
  const prism = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ready = Promise.withResolvers<void>()
  prism.stdout.on('data', (text: Buffer) => /Prism is listening/.test(text.toString()) && ready.resolve())
  prism.once('exit', (code) => ready.reject(new Error(`Prism ended with ${code}`)))
  await ready.promise
  return { origin: `http://127.0.0.1:${port}`, stop: () => prism.kill() }
}
