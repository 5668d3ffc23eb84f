import type { ExportFormat } from '../../db/schema.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Row } from './columns.ts'
import { csv } from './csv.ts'
import { xlsx } from './xlsx.ts'

/** How a file is written, and what it is. */
interface Format {
  readonly mediaType: string
  readonly write: (head: Row, batches: AsyncIterable<readonly Row[]>) => AsyncIterable<Uint8Array>
}

/** The formats of files. */
export const formats = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: csv },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
} as const satisfies Record<ExportFormat, Format>

/** Where an attempt to make the file of an export keeps it. */
export const keyOf = ({ id, format }: { readonly id: string; readonly format: ExportFormat }, attempt: number) =>
  `user-exports/${id}-${attempt}.${format}`

/** Removes what any attempt has left; any number may do this at once. */
export async function removeFiles(
  files: FileStore,
  made: { readonly id: string; readonly format: ExportFormat; readonly attempts: number },
): Promise<void> {
  const attempts = Array.from({ length: made.attempts }, (_, index) => index + 1)
  await Promise.all(attempts.map((attempt) => files.remove(keyOf(made, attempt))))
}
