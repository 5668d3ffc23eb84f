import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A program of the project in a process of its own. */
export interface Running {
  readonly child: ChildProcess
  /** Everything it wrote so far, to both outputs. */
  output(): string
  /** Resolves when the output holds the text; rejects when the process ends before. */
  says(text: string): Promise<void>
  /** The exit code, when it has ended. */
  ended(): Promise<number | null>
}

/** Where a script runs, and what it is given beside its variables. */
export interface RunSettings {
  /** Where the project is, when it is another version of it. */
  readonly checkout?: string
  /** A file that standard output goes to, in place of `output`. */
  readonly log?: string
}

/**
 * Starts a script of the project, such as `server/main.ts`, with these variables and none of OpenAccount's own beside; a stop does not drain.
 */
export function run(
  script: string,
  env: Record<string, string>,
  args: string[] = [],
  { checkout = root, log }: RunSettings = {},
): Running {
  const { PATH, HOME, TMPDIR, LANG, NODE_COMPILE_CACHE } = process.env
  const inherited = Object.fromEntries(
    Object.entries({ PATH, HOME, TMPDIR, LANG, NODE_COMPILE_CACHE }).filter(([, value]) => value),
  )
  const file = log === undefined ? undefined : openSync(log, 'a')
  const child = spawn(process.execPath, [script, ...args], {
    cwd: checkout,
    stdio: ['pipe', file ?? 'pipe', 'pipe'],
    env: { DRAIN_SECONDS: '0', ...inherited, ...env } as NodeJS.ProcessEnv,
  })
  if (file !== undefined) closeSync(file)
  let text = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      for (const listener of listeners) listener()
    })
  }
  const end = once(child, 'close').then(() => child.exitCode)
  return {
    child,
    output: () => text,
    says: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!text.includes(wanted)) return
          listeners.delete(look)
          resolve()
        }
        listeners.add(look)
        look()
        void end.then(() => reject(new Error(`ended without saying "${wanted}":\n${text}`)))
      }),
    ended: () => end,
  }
}

/** Ports of this process alone: below those that a system hands out by itself (32768 on Linux), to whoever listens on any or connects. */
const own = { first: 20_000 + (process.pid % 240) * 50, count: 50 }
let handedOut = 0

/**
 * A port that nobody listens on, and that nobody else is given before the program it is for listens there, which may take a while.
 * One that the system has just taken back can be somebody else's by then.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < own.count; tries += 1) {
    const port = own.first + (handedOut++ % own.count)
    if (await isFree(port)) return port
  }
  throw new Error(`all ports from ${own.first} on are taken`)
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  const listens = new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, () => resolve(true))
  })
  if (!(await listens)) return false
  server.close()
  await once(server, 'close')
  return true
}
