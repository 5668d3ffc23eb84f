import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { freePort, type Running, run } from '../../support/process.ts'

/** Servers in processes of their own, at one address, one after the other. */
export interface Installation {
  readonly base: string
  /** What its servers, and commands for it, are started with. */
  readonly env: Readonly<Record<string, string>>
  /** Starts a server; whoever does this ends it. @param log a file that its standard output goes to */
  start(env?: Readonly<Record<string, string>>, log?: string): Promise<Running>
}

/** @param env what every one of its servers is started with beside the demo data */
export async function installation(
  databaseUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const port = String(await freePort())
  const own = { DATABASE_URL: databaseUrl, SECRET_KEY: randomBytes(32).toString('base64'), SEED: 'demo', PORT: port }
  return {
    base: `http://localhost:${port}`,
    env: own,
    start: async (more = {}, log) => {
      const base = `http://localhost:${port}`
      const running = run('server/main.ts', { ...own, LOG_LEVEL: 'warn', ...env, ...more }, [], {
        ...(log !== undefined && { log }),
      })
      const answers = () => expect.poll(() => isReady(base), { timeout: 120_000, interval: 100 }).toBe(true)
      await (log === undefined ? running.says('OpenAccount ready') : answers()).catch(async (error: unknown) => {
        await kill(running)
        throw error
      })
      return running
    },
  }
}

const isReady = (base: string) =>
  fetch(`${base}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )

/** Ends a process at once. */
export async function kill({ child, ended }: Running): Promise<void> {
  child.kill('SIGKILL')
  await ended()
}
