import type { Cost } from './measure.ts'
import type { PurgeRate } from './purge.ts'
import type { TableSize } from './storage.ts'

/** One line of the table of calls. */
export interface Line {
  readonly operation: string
  readonly of: string
  readonly costs: readonly Cost[]
}

/** Beyond this the database's work has grown: such a line is to be mended or explained. */
const flat = 1.5

/** One level more of each index that is asked, and a row that was moved, is no growth: that much more is not told. */
const unnoticed = { databaseMs: 0.3, buffers: 100 } as const

/** Whether the largest database works that much more for a call than the smallest. */
export const grows = ({ costs }: Line): boolean => {
  const [first, last] = [costs[0], costs.at(-1)]
  if (!first || !last) return false
  return (['databaseMs', 'buffers'] as const).some(
    (figure) => last[figure] > flat * first[figure] && last[figure] - first[figure] > unnoticed[figure],
  )
}

/** The calls in Markdown, those that grow marked. */
export function callTable(sizes: readonly number[], lines: readonly Line[]): string {
  const [small = 0, large = 0] = [sizes[0], sizes.at(-1)]
  return [
    `Statements, and then of ${small} and of ${large} users: milliseconds of a request, of the database alone, pages touched.`,
    '',
    `| operation | | statements | request | | database | | pages | | grows |`,
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...lines.map((line) => {
      const [first, last] = [line.costs[0], line.costs.at(-1)]
      if (!first || !last) throw new Error(`${line.operation} was not measured`)
      const statements = [...new Set([first, last].map((cost) => cost.statements.toFixed(0)))].join(' and ')
      const figures = [
        ...[first.ms, last.ms].map((ms) => ms.toFixed(1)),
        ...[first.databaseMs, last.databaseMs].map((ms) => ms.toFixed(2)),
        ...[first.buffers, last.buffers].map((pages) => pages.toFixed(0)),
      ]
      return `| ${line.operation} | ${line.of} | ${statements} | ${figures.join(' | ')} | ${grows(line) ? 'yes' : ''} |`
    }),
  ].join('\n')
}

/** The purge's rates in Markdown. */
export function purgeTable(rates: readonly PurgeRate[]): string {
  return [
    '| table | rows removed | rows a second | pages a row |',
    '| --- | ---: | ---: | ---: |',
    ...rates.map(
      ({ table, rows, perSecond, buffers }) =>
        `| ${table} | ${rows} | ${perSecond.toFixed(0)} | ${buffers.toFixed(1)} |`,
    ),
  ].join('\n')
}

/** The sizes in Markdown, in bytes a row. */
export function sizeTable(sizes: readonly TableSize[]): string {
  const perRow = (bytes: number, rows: number) => (bytes / rows).toFixed(0)
  return [
    '| table | rows | bytes a row | bytes of its indexes | together |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...sizes.map(({ table, rows, tableBytes, indexBytes }) => {
      const parts = [tableBytes, indexBytes, tableBytes + indexBytes].map((bytes) => perRow(bytes, rows))
      return `| ${table} | ${rows.toFixed(0)} | ${parts.join(' | ')} |`
    }),
  ].join('\n')
}
