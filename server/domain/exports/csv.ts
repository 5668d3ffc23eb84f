import { stringify } from 'csv-stringify/sync'
import type { Row } from './columns.ts'

/**
 * Rows as CSV (RFC 4180). It begins with a byte order mark, without which Excel takes UTF-8 for something else, and a text that a
 * spreadsheet would take for a formula has an apostrophe before it.
 */
export async function* csv(head: Row, batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${lines([head])}`)
  for await (const batch of batches) yield Buffer.from(lines(batch))
}

const lines = (rows: readonly Row[]) =>
  stringify(
    rows.map((row) => [...row]),
    { record_delimiter: 'windows', escape_formulas: true },
  )
