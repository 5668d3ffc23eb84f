import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from './log/log.ts'

/** What a worker tells when it listens. */
export interface WorkerReady {
  /** The id of the OneAccess application, in demo mode. */
  readonly application: string | undefined
}

/** How long a worker that ended is waited with before the next one, in milliseconds: longer each time, until one is ready. */
const shortestWait = 100
const longestWait = 10_000

/** A worker ended before it was ready, and has said why. */
export class WorkerFailure extends Error {
  override name = 'WorkerFailure'
}

interface Settings {
  readonly count: number
  /** Variables of the workers; they are whole servers of one process each. */
  readonly env: NodeJS.ProcessEnv
  readonly log: Logger
}

/**
 * Several server processes that share one port: each takes the connections that it is handed in turn. One that ends is replaced.
 * @throws WorkerFailure when one ends before all were ready: what stops one stops all
 */
export async function startWorkers({ count, env, log }: Settings): Promise<WorkerReady & { stop(): Promise<void> }> {
  // The docs are the first process's, and so is everything else that is asked for on the command line.
  cluster.setupPrimary({ args: [] })
  let stopping = false
  let wait = shortestWait

  const begin = (): Promise<WorkerReady> =>
    new Promise((resolve, reject) => {
      const worker = cluster.fork(env)
      let ready = false
      worker.once('message', (told: WorkerReady) => {
        ready = true
        wait = shortestWait
        log.info({ worker: worker.process.pid }, 'a worker is ready')
        resolve(told)
      })
      worker.once('exit', (code: number | null, signal: string | null) => {
        if (!ready) reject(new WorkerFailure(`a worker ended with ${signal ?? `code ${code}`} before it was ready`))
        if (stopping || !ready) return
        log.error({ worker: worker.process.pid, code, signal }, 'a worker ended and is replaced')
        void replace()
      })
    })
  const replace = async () => {
    while (!stopping) {
      await delay(wait)
      wait = Math.min(wait * 2, longestWait)
      if (stopping) return
      const failure = await begin().then(
        () => undefined,
        (err: unknown) => err,
      )
      if (failure === undefined) return
      if (!stopping) log.error({ err: failure }, 'a worker could not be replaced')
    }
  }
  const stop = async () => {
    stopping = true
    await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && ended(worker)))
  }

  try {
    // The first one migrates and seeds; the others find it done.
    const first = await begin()
    await Promise.all(Array.from({ length: count - 1 }, begin))
    return { ...first, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function ended(worker: Worker): Promise<void> {
  if (worker.isDead()) return
  const end = once(worker, 'exit')
  worker.process.kill('SIGTERM')
  await end
}
