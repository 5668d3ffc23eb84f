import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { ClusterContext } from './cluster.ts'
import { EmbeddedPostgresError } from './error.ts'
import { type Launched, launch } from './launch.ts'
import type { Ownership } from './ownership.ts'
import { isAlive, sendSignal, stopPostmaster } from './postmaster.ts'

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 10_000
/** A server that has run for this long has started well: what happens then is a new trouble. */
const STEADY_MS = 60_000
/** How long a trouble may last before it is given up. */
const GIVE_UP_MS = 120_000

/** A server that is kept running. */
export interface Supervision {
  /** Process id of the server of the moment. */
  pid(): number
  /** Stops the server in order; resolves when its process has ended. */
  stop(): Promise<void>
}

interface Settings {
  readonly context: ClusterContext
  readonly fast: boolean
  readonly ownership: Ownership
  /** Called once when the server cannot be brought back. */
  readonly onLost: (error: Error) => void
}

/**
 * Keeps a server running: one that ends unexpectedly, killed or out of disk, is started again on the same port, with growing
 * waits while that fails. After two minutes of it, or when another process has taken the directory, it is lost. The server is
 * told to stop when this process exits without having stopped it.
 */
export function supervise(first: Launched, { context, fast, ownership, onLost }: Settings): Supervision {
  const { log } = context
  let server = first
  let startedAt = Date.now()
  let troubleSince: number | undefined
  let wait = FIRST_WAIT_MS
  let restarting: Promise<void> | undefined
  let stopped: Promise<void> | undefined

  const onProcessExit = () => {
    if (server.child.exitCode === null && server.child.signalCode === null) sendSignal(server.pid, 'SIGINT')
  }
  process.once('exit', onProcessExit)
  watch(first)

  function watch({ child, pid }: Launched): void {
    child.once('exit', (code, signal) => {
      if (stopped) return
      log.error({ pid, code, signal }, 'the embedded PostgreSQL has ended unexpectedly; starting it again')
      if (Date.now() - startedAt > STEADY_MS) {
        troubleSince = undefined
        wait = FIRST_WAIT_MS
      }
      troubleSince ??= Date.now()
      restarting = restart(troubleSince)
    })
  }

  async function restart(since: number): Promise<void> {
    const ended = Date.now()
    while (!stopped) {
      await delay(wait, undefined, { ref: false })
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
      try {
        if (stopped) return
        const fresh = await launch(context, fast, first.port)
        if (!fresh) return lose(new EmbeddedPostgresError(`another process has taken DATA_DIR ${context.dataDir}`))
        server = fresh
        startedAt = Date.now()
        watch(fresh)
        log.info({ pid: fresh.pid, ms: startedAt - ended }, 'the embedded PostgreSQL runs again')
        return
      } catch (error) {
        const lost = error instanceof Error ? error : new Error(String(error))
        if (Date.now() - since > GIVE_UP_MS) return lose(lost)
        log.error({ err: lost }, 'the embedded PostgreSQL could not be started again; trying on')
      }
    }
  }

  function lose(error: Error): void {
    if (!stopped) onLost(error)
  }

  async function stop(): Promise<void> {
    await ownership.release()
    await restarting
    const { child, pid } = server
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit')
      child.ref()
      await Promise.race([exit, stopPostmaster(pid)])
      if (isAlive(pid)) await exit
    }
    process.removeListener('exit', onProcessExit)
  }

  return {
    pid: () => server.pid,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
