/** Whether the short form runs: each fault is done, for a shorter time or in a smaller measure. */
export const short = process.env.FAULTS === 'short'

/** Prints what was measured: docs/measurements/faults.md is made of these lines. */
export function report(fault: string, ...figures: string[]): void {
  console.log([`  ${fault}`, ...figures.map((figure) => `    ${figure}`)].join('\n'))
}

/** Some figures in order, in milliseconds. */
export function percentiles(times: readonly number[]): string {
  return `p50 ${atPart(times, 0.5).toFixed(0)} ms, p99 ${atPart(times, 0.99).toFixed(0)} ms of ${times.length}`
}

/** The time below which this part of them is. */
export function atPart(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
