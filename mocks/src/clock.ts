/** A clock that a test can move. */
export interface MovableClock {
  /** The present moment in milliseconds. */
  now(): number
  /** Moves it on. */
  advance(seconds: number): void
  reset(): void
}

/**
 * @param given a clock of the caller's own, or the moment at which this one begins to run; the present by default
 */
export function createClock(given?: (() => number | Date) | Date | string | number): MovableClock {
  let moved = 0
  const begin = Date.now()
  const start = given === undefined || typeof given === 'function' ? begin : new Date(given).getTime()
  if (Number.isNaN(start)) throw new Error(`clock is no moment: ${given}`)
  const base = typeof given === 'function' ? () => Number(given()) : () => Date.now() + start - begin
  return {
    now: () => base() + moved,
    advance(seconds) {
      if (!Number.isFinite(seconds)) throw new Error(`advance must be seconds, not ${seconds}`)
      moved += seconds * 1000
    },
    reset() {
      moved = 0
    },
  }
}
