/** What timers can count, some 25 days; more, be it `Infinity`, they take for nothing. */
const longestTimer = 2 ** 31 - 1

/** A timer that rings after so many milliseconds, at the latest after what timers can count. */
export function timer(ring: () => void, milliseconds: number): ReturnType<typeof setTimeout> {
  return setTimeout(ring, Math.min(milliseconds, longestTimer))
}

/**
 * Waits, unless the signal is or gets aborted.
 * @param milliseconds how long
 * @throws the reason of the signal
 */
export function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  let running: ReturnType<typeof setTimeout> | undefined
  const time = new Promise<void>((resolve) => {
    running = timer(resolve, milliseconds)
  })
  return waitFor(time, signal).finally(() => clearTimeout(running))
}

/**
 * Waits for work that others may wait for too: an abort ends the waiting, not the work.
 * @throws the reason of the signal, or what the work rejects with
 */
export function waitFor<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal?.reason)
    if (signal?.aborted) onAbort()
    else signal?.addEventListener('abort', onAbort, { once: true })
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', onAbort))
  })
}
