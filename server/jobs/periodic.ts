import type { Logger } from 'pino'

/** Work that repeats until it is stopped. */
export interface PeriodicJob {
  /** Lets a run under way end; no other begins. */
  stop(): Promise<void>
}

/**
 * Runs work again and again, never twice at the same time in this process. The first run comes after one interval;
 * each is moved by up to a tenth, so that nodes started together do not stay in step. A failure is logged.
 * @param interval milliseconds between the end of one run and the begin of the next
 */
export function repeat(name: string, interval: number, log: Logger, work: () => Promise<void>): PeriodicJob {
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout

  const schedule = () => {
    timer = setTimeout(
      () => {
        running = work()
          .catch((error: unknown) => log.error({ err: error, job: name }, 'a job failed'))
          .finally(() => {
            if (!stopped) schedule()
          })
      },
      interval * (0.9 + Math.random() / 5),
    ).unref()
  }
  schedule()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
