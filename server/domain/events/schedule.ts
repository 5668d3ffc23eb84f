/** How often an event is tried before it is a dead letter: for some six hours. */
export const mostAttempts = 16
const firstWait = 5
const longestWait = 60 * 60

/** Whether this was the last attempt; an event that was sent again by somebody has as many once more. */
export function isLast(attempts: number): boolean {
  return attempts % mostAttempts === 0
}

/**
 * How many seconds to wait after an attempt that failed: 5, 10, 20, … and at most an hour, half of it by chance, so that what
 * failed at one moment does not come back at one moment.
 */
export function waitAfter(attempts: number, chance = Math.random()): number {
  const round = ((attempts - 1) % mostAttempts) + 1
  const whole = Math.min(longestWait, firstWait * 2 ** (round - 1))
  return whole * (0.5 + chance / 2)
}
