import type { Figures } from './load.ts'
import type { Row } from './row.ts'

/** One round of a row. */
export interface Round {
  readonly measured: Figures
  readonly beside: Figures
  /** How long others waited meanwhile at ours, in milliseconds. */
  readonly othersP99?: number
}

/** A row as it is told. */
export interface Result {
  readonly row: string
  readonly measured: { readonly server: string; readonly perSecond: number; readonly p99: number }
  readonly beside: { readonly server: string; readonly perSecond: number; readonly p99: number }
  /** The median of the rounds' ratios. */
  readonly ratio: number
  /** The same of the servers' processor time for each, which other work on the machine does not change. */
  readonly cpuRatio?: number
  readonly target?: number
  readonly rounds: readonly Round[]
  readonly othersP99?: number
}

export function summarize({ name, servers, target }: Row, rounds: readonly Round[]): Result {
  const side = (server: string, figures: (round: Round) => Figures) => ({
    server,
    perSecond: Math.round(median(rounds.map((round) => figures(round).perSecond))),
    p99: median(rounds.map((round) => figures(round).p99)),
  })
  const byCpu = rounds.flatMap(({ measured, beside }) => (measured.cpu && beside.cpu ? beside.cpu / measured.cpu : []))
  const waits = rounds.flatMap(({ othersP99 }) => othersP99 ?? [])
  return {
    row: name,
    measured: side(servers[0], ({ measured }) => measured),
    beside: side(servers[1], ({ beside }) => beside),
    ratio: median(rounds.map(({ measured, beside }) => measured.perSecond / beside.perSecond)),
    ...(byCpu.length > 0 && { cpuRatio: median(byCpu) }),
    ...(target !== undefined && { target }),
    ...(waits.length > 0 && { othersP99: median(waits) }),
    rounds,
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const [low = Number.NaN, high = low] = sorted.length % 2 === 1 ? [sorted[half]] : sorted.slice(half - 1, half + 1)
  return (low + high) / 2
}

/** The results in Markdown. */
export function table(results: readonly Result[], core: Readonly<Record<string, number>>): string {
  const lines = [
    '| | a second | beside it | ratio | rounds | by CPU | target |',
    '| --- | ---: | ---: | ---: | --- | ---: | ---: |',
    ...results.map(({ row, measured, beside, ratio, cpuRatio, target, rounds, othersP99 }) => {
      const ratios = rounds.map((round) => (round.measured.perSecond / round.beside.perSecond).toFixed(2)).join(' ')
      const name = othersP99 === undefined ? row : `${row} (userinfo meanwhile: p99 ${othersP99} ms)`
      const figures = `${measured.server} ${measured.perSecond} | ${beside.server} ${beside.perSecond}`
      return `| ${name} | ${figures} | ${ratio.toFixed(2)} | ${ratios} | ${cpuRatio?.toFixed(2) ?? ''} | ${target ?? ''} |`
    }),
  ]
  const ceilings = Object.entries(core).map(([name, perSecond]) => `${Math.round(perSecond)} ${name}`)
  if (ceilings.length > 0) lines.push('', `One core does ${ceilings.join(', ')} a second.`)
  return lines.join('\n')
}
