import { randomBytes } from 'node:crypto'
import { freePort, type Running, run } from '../../support/process.ts'

/** Servers in processes of their own, at one address, one after the other. */
export interface Installation {
  readonly base: string
  /** Starts a server; whoever does this ends it. */
  start(env?: Readonly<Record<string, string>>): Promise<Running>
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
    start: async (more = {}) => {
      const running = run('server/main.ts', { ...own, LOG_LEVEL: 'warn', ...env, ...more })
      await running.says('OpenAccount ready').catch(async (error: unknown) => {
        await kill(running)
        throw error
      })
      return running
    },
  }
}

/** Ends a process at once. */
export async function kill({ child, ended }: Running): Promise<void> {
  child.kill('SIGKILL')
  await ended()
}
