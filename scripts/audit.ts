import { readFile, rename, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { loadConfig } from '../server/config/config.ts'
import { type AuditPlace, readAuditEvents } from '../server/db/queries/audit.ts'
import { listAuditExports, removeAuditExport } from '../server/db/queries/audit-export.ts'
import type { Db } from '../server/db/schema.ts'
import { createLogger } from '../server/log/log.ts'
import { runCommand, UsageError } from './command.ts'
import { table, withServices } from './services.ts'

const help = `Usage: npm run -s audit -- [--since <time>] [--until <time>] [--state <file>]
       npm run -s audit -- --exports | --forget <where>

Writes the audit log to standard output, a line of JSON for each event, the oldest first.

  --since <time>   from then on, such as 2026-11-01 or 2026-11-01T08:00:00Z; everything that is kept unless told
  --until <time>   before then; a minute ago unless told, when every transaction of before has ended
  --state <file>   go on where the last run with this file ended, and remember where this one does
  --exports        where AUDIT_EXPORT hands it on to, how much waits for each, since when, and why
  --forget <where> a destination that no server hands it on to any more: what waits for it goes
  --help           show this text

Works beside a running server.
`

const pageSize = 1_000
const noEvent = '00000000-0000-0000-0000-000000000000'

async function main(): Promise<string | undefined> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      since: { type: 'string' },
      until: { type: 'string' },
      state: { type: 'string' },
      exports: { type: 'boolean' },
      forget: { type: 'string' },
    },
  })
  if (values.help) return help.trimEnd()
  if (values.exports || values.forget !== undefined) return await ofExports(values.forget)
  const until = values.until === undefined ? new Date(Date.now() - 60_000) : timeOf(values.until)
  const since = values.since === undefined ? undefined : timeOf(values.since)
  const known = values.state === undefined ? undefined : await readPlace(values.state)
  const from = known ?? { at: since?.toISOString() ?? '-infinity', id: noEvent }
  const { state } = values
  await withServices(loadConfig(process.env), createLogger({ level: 'warn' }), (db) =>
    write(db, from, until, async (place) => {
      if (state !== undefined) await keepPlace(state, place)
    }),
  )
  return undefined
}

/** Shows the destinations; forgets one before, where it is named. */
function ofExports(forgotten: string | undefined): Promise<string> {
  return withServices(loadConfig(process.env), createLogger({ level: 'warn' }), async (db) => {
    if (forgotten !== undefined && !(await removeAuditExport(db, forgotten))) {
      throw new UsageError(`nothing is handed on to ${forgotten}: see npm run audit -- --exports`)
    }
    const rows = (await listAuditExports(db)).map(({ target, waiting, waitingSince, deliveredAt, reason }) => [
      ...[
        target,
        String(waiting),
        waitingSince?.toISOString() ?? '',
        deliveredAt?.toISOString() ?? 'never',
        reason ?? '',
      ],
    ])
    if (rows.length === 0) return 'The audit log is handed on nowhere.'
    return table(['where', 'waiting', 'since', 'last taken', 'why not'], rows)
  })
}

/** @param reached told of the last event of each page, once it has been handed over */
async function write(
  db: Db,
  from: AuditPlace,
  until: Date,
  reached: (place: AuditPlace) => Promise<void>,
): Promise<void> {
  for (let after = from; ; ) {
    const events = await readAuditEvents(db, { after, until, limit: pageSize })
    const last = events.at(-1)
    if (!last) return
    await print(events.map((event) => `${JSON.stringify(event)}\n`).join(''))
    after = { at: last.at, id: last.id }
    await reached(after)
    if (events.length < pageSize) return
  }
}

/** Resolves when whoever reads has taken it: an export is not kept in memory. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())))
}

function timeOf(text: string): Date {
  const time = new Date(text)
  if (Number.isNaN(time.getTime())) throw new UsageError(`${text} is no time, such as 2026-11-01T08:00:00Z`)
  return time
}

async function readPlace(file: string): Promise<AuditPlace | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const [at, id] = text.trim().split(' ')
  if (!at || !id) throw new UsageError(`${file} was not written by this command`)
  return { at, id }
}

/** Whole or not at all: a run that is killed is begun again from the place before. */
async function keepPlace(file: string, { at, id }: AuditPlace): Promise<void> {
  await writeFile(`${file}.new`, `${at} ${id}\n`)
  await rename(`${file}.new`, file)
}

await runCommand(main)
