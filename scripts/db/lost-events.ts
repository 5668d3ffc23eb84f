import { open } from 'node:fs/promises'
import { unknownAuditEvents } from '../../server/db/queries/restored.ts'
import type { Db } from '../../server/db/schema.ts'
import { UsageError } from '../command.ts'

/** An event of the exported audit log, as far as it is looked at. */
export interface LostEvent {
  readonly at: string
  readonly id: string
  readonly action: string
  readonly subject: string
  readonly subjectId: string | null
}

const pageSize = 1_000
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The events of an exported audit log that the database has lost, the oldest first. The file has a line of JSON for each, in any
 * order and perhaps twice, as `npm run audit` and AUDIT_EXPORT write them. One statement for each thousand lines.
 */
export async function lostEvents(db: Db, file: string): Promise<LostEvent[]> {
  const lost = new Map<string, LostEvent>()
  let page: LostEvent[] = []
  const look = async () => {
    const unknown = await unknownAuditEvents(
      db,
      page.map(({ id }) => id),
    )
    for (const event of page) if (unknown.has(event.id)) lost.set(event.id, event)
    page = []
  }
  let number = 0
  const opened = await open(file).catch((error: Error) => fail(`${file} cannot be read: ${error.message}`))
  for await (const line of opened.readLines()) {
    number += 1
    if (line.trim() === '') continue
    page.push(eventOf(line) ?? fail(`line ${number} of ${file} is no event of the audit log`))
    if (page.length === pageSize) await look()
  }
  await look()
  return [...lost.values()].sort((a, b) => (a.at < b.at ? -1 : 1))
}

function eventOf(line: string): LostEvent | undefined {
  try {
    const { at, id, action, subject, subjectId } = JSON.parse(line) as LostEvent
    return guid.test(id) && !Number.isNaN(Date.parse(at)) ? { at, id, action, subject, subjectId } : undefined
  } catch {
    return undefined
  }
}

function fail(message: string): never {
  throw new UsageError(message)
}
