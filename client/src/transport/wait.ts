/**
 * Waits, unless the signal is or gets aborted.
 * @param milliseconds how long
 * @throws the reason of the signal
 */
export function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const time = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  return waitFor(time, signal).finally(() => clearTimeout(timer))
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
