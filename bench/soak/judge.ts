import type { Sample } from './figures.ts'

/** One thing that a soak is judged by. */
export interface Verdict {
  readonly what: string
  readonly said: string
  readonly holds: boolean
}

/** Shorter than this, a server is still warming up: what grows by its age is told and not judged. */
export const judgedMinutes = 10

/** How much more than before something may be that is flat: what is left over when it goes up and down. */
const flat = { memory: 1.1, heap: 1.2, tables: 1.15, rows: 1.5 } as const
/** Less than this is no growth, whatever its part: rows, and file descriptors. */
const noise = { rows: 500, descriptors: 20 } as const
/** Jobs that may be due at the end. */
const mostJobs = 50

/** Judges what was seen: the last fifth of the time against a fifth from its middle, where everything has come to its size. */
export function judge(samples: readonly Sample[], failures: number): Verdict[] {
  const last = samples.at(-1)
  if (!last) throw new Error('nothing was seen')
  // By their number: a machine with much else to do takes them late, and then none of them may be of the middle by its time.
  const part = (from: number, to: number) =>
    samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to))
  const [before, after] = [part(0.35, 0.6), part(0.8, 1)]
  const values = (of: (sample: Sample) => number) => [median(before.map(of)), median(after.map(of))] as const
  const grows = (what: string, of: (sample: Sample) => number, most: number): Verdict => {
    const [then, now] = values(of)
    return { what, said: `${mebibytes(then)} MiB, then ${mebibytes(now)} MiB`, holds: now <= then * most }
  }
  const [thenOpen, nowOpen] = values(({ descriptors }) => descriptors)
  const always: Verdict[] = [
    { what: 'no failed request', said: `${failures} of ${last.requests}`, holds: failures === 0 },
    { what: 'flat descriptors', said: `${thenOpen}, then ${nowOpen}`, holds: nowOpen <= thenOpen + noise.descriptors },
    { what: 'short queues', said: `${last.jobs} jobs are due`, holds: last.jobs <= mostJobs },
  ]
  if (last.at < judgedMinutes * 60 * 0.95) return always
  const names = last.tables.map(({ name }) => name)
  const grown = names.flatMap((name) => {
    const [then, now] = values(({ tables }) => tables.find((table) => table.name === name)?.rows ?? 0)
    return now > then * flat.rows + noise.rows ? [`${name} (${then} rows, then ${now})`] : []
  })
  return [
    ...always,
    grows('flat memory', ({ memory }) => memory, flat.memory),
    grows('flat heap', ({ heap }) => heap, flat.heap),
    grows('flat tables', sizeOf, flat.tables),
    {
      what: 'no table that gains rows',
      said: grown.join(', ') || `none of ${names.length}`,
      holds: grown.length === 0,
    },
  ]
}

/** All tables together. */
export const sizeOf = ({ tables }: Sample): number => tables.reduce((sum, { size }) => sum + size, 0)

export const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1)

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
