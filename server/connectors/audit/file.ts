import { type FileHandle, open } from 'node:fs/promises'
import type { FileTarget } from '../../config/audit.ts'
import type { AuditDestination } from '../../domain/audit-export/audit-export.ts'

/** How much of the end of a file is looked at for the line that was broken off, in bytes. */
const longestLine = 1_000_000
const newLine = 0x0a

/**
 * A file with a line of JSON for each event, as `npm run audit` writes them. It is opened anew for each batch, so it may be renamed and
 * compressed meanwhile; a batch is on the disk before it counts, and of one that did not fit nothing stays.
 */
export function fileDestination({ name, path }: FileTarget): AuditDestination {
  return {
    target: name,
    deliver: async (events) => {
      const file = await open(path, 'a+', 0o640)
      try {
        const before = await endOfLines(file)
        try {
          await file.appendFile(events.map((event) => `${JSON.stringify(event)}\n`).join(''))
          await file.datasync()
        } catch (error) {
          await file.truncate(before).catch(() => {})
          throw error
        }
      } finally {
        await file.close()
      }
    },
  }
}

/** Where the last whole line ends; what a process that was killed left behind it is cut off. */
async function endOfLines(file: FileHandle): Promise<number> {
  const { size } = await file.stat()
  const length = Math.min(size, longestLine)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length)
  const last = buffer.subarray(0, bytesRead).lastIndexOf(newLine)
  const end = size - bytesRead + last + 1
  if (end < size) await file.truncate(end)
  return end
}
