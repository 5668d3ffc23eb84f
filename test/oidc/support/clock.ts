import { vi } from 'vitest'

/** Moves the clock of the test and of the server on; the database keeps its own. `vi.useRealTimers()` puts it back. */
export function secondsLater(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000)
}
