import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** The project's folder. */
export const root = join(import.meta.dirname, '..')

/** Where the servers run, and where PostgreSQL and the load do. */
export const cores = { load: 0, server: 1 } as const

/** Whether processes can be held to one core each: two of them, and Linux' taskset. */
export const pinned = availableParallelism() > 1 && hasTaskset()

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Holds this process to the core of the load, and so whatever it starts that is not held to another. */
export function pinToLoad(): void {
  if (pinned) execFileSync('taskset', ['-a', '-c', '-p', String(cores.load), String(process.pid)], { stdio: 'ignore' })
}

/** The command that runs Node on the server's core. */
export function onServerCore(...args: string[]): string[] {
  const pin = pinned ? ['taskset', '-c', String(cores.server)] : []
  return [...pin, process.execPath, ...args]
}

/** A process of the server's core. */
export interface ServerProcess {
  readonly origin: string
  /** Seconds of processor time it has taken so far; undefined where the system does not tell. */
  cpuSeconds(): number | undefined
  stop(): Promise<void>
}

/** Linux counts processor time in hundredths of a second (proc_pid_stat(5), fields 14 and 15). */
function cpuSecondsOf(pid: number | undefined): number | undefined {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const [user = Number.NaN, system = Number.NaN] = fields.split(' ').slice(11, 13).map(Number)
    return (user + system) / 100
  } catch {
    return undefined
  }
}

/** Waits until a process has nothing left to do by itself, such as what it compiles behind its start. */
async function settle(cpuSeconds: () => number | undefined): Promise<void> {
  for (let look = 0; look < 60; look += 1) {
    const before = cpuSeconds()
    await delay(1_000)
    if ((cpuSeconds() ?? 0) - (before ?? 0) < 0.1) return
  }
}

/**
 * Starts Node on the server's core and waits until it answers and rests. What it writes goes to a file, as a service's does.
 * @param script what Node is started with, in the project's folder
 * @param ready the path that answers 200 when it is ready
 */
export async function startServer(
  name: string,
  script: readonly string[],
  { directory, port, ready, env }: { directory: string; port: number; ready: string; env: Record<string, string> },
): Promise<ServerProcess> {
  const log = openSync(logOf(name, directory), 'w')
  const { PATH = '', HOME = '' } = process.env
  const [command = '', ...args] = onServerCore(...script)
  const child = spawn(command, args, {
    cwd: root,
    env: { PATH, HOME, PORT: String(port), ...env },
    stdio: ['ignore', log, log],
  })
  const origin = `http://localhost:${port}`
  const ended = once(child, 'exit')
  const deadline = Date.now() + 60_000
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(origin + ready).catch(() => undefined)
    if (answer?.ok) {
      const cpuSeconds = () => cpuSecondsOf(child.pid)
      await settle(cpuSeconds)
      return {
        origin,
        cpuSeconds,
        stop: async () => {
          child.kill('SIGTERM')
          await ended
        },
      }
    }
    await delay(100)
  }
  child.kill('SIGKILL')
  throw new Error(`${name} did not start: ${await tailOf(name, directory)}`)
}

const logOf = (name: string, directory: string) => join(directory, `${name}.log`)

/** The last that a server has written. */
export async function tailOf(name: string, directory: string): Promise<string> {
  return `${name}:\n${(await readFile(logOf(name, directory), 'utf8')).slice(-1_500)}`
}

/** The class of this machine, as figures of a run are told. */
export function machineClass(): string {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const held = pinned ? 'one core for the server, one for PostgreSQL and the load' : 'not pinned'
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${memory} GiB, Node ${process.versions.node}; ${held}`
}
