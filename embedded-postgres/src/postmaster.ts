import { execFile } from 'node:child_process'
import { readFile, realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { EmbeddedPostgresError } from './error.ts'
import { readIfThere } from './files.ts'

const run = promisify(execFile)
const POLL_MS = 20
const STOP_LIMIT_MS = 30_000

/** What a running PostgreSQL says about itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly status: string
}

/** The server that runs on a cluster directory, or undefined: no pid file, or one left by a dead process. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const written = await readPidFile(cluster)
  return written && (await isPostmasterOf(written.pid, cluster)) ? written : undefined
}

/** What the pid file says, whether or not its process is alive; undefined when there is no such file. */
export async function readPidFile(cluster: string): Promise<Postmaster | undefined> {
  // Lines: pid, directory, start time, port, socket directory, address, shared memory, status.
  const text = await readIfThere(join(cluster, 'postmaster.pid'))
  if (text === undefined) return undefined
  const lines = text.split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), status: lines[7]?.trim() ?? 'starting' }
}

/** Process ids are reused, so a living process is not proof: it must be a PostgreSQL that runs on this directory. */
async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  const words = await commandOf(pid)
  const directory = words[words.indexOf('-D') + 1]
  if (basename(words[0] ?? '') !== 'postgres' || !directory) return false
  const [theirs, ours] = await Promise.all([realpath(directory).catch(() => directory), realpath(cluster)])
  return theirs === ours
}

async function commandOf(pid: number): Promise<readonly string[]> {
  try {
    if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0')
    const { stdout } = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
    return /^(\S.*?) (-D) (.*?) -p \d/.exec(stdout)?.slice(1) ?? []
  } catch {
    return []
  }
}

/** Whether a process of this id exists. A finished child counts as alive until Node has noticed its end. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Fast shutdown (SIGINT): open transactions are rolled back, everything is written, the process ends. After 30 s
 * immediate shutdown (SIGQUIT): nothing is lost, but the next start has to replay the log. Resolves when the
 * process is gone; throws when it does not go.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    sendSignal(pid, signal)
    const deadline = Date.now() + STOP_LIMIT_MS
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return
      await delay(POLL_MS)
    }
  }
  throw new EmbeddedPostgresError(`the embedded PostgreSQL (process ${pid}) does not stop`)
}

/** Sends a signal to a process that may be gone already. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
