import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** What PostgreSQL has taken so far. */
interface Reading {
  /** Processor time of all its processes, those that have ended among them. */
  readonly cpuSeconds: number
  /** Where its log of changes ends. */
  readonly logBytes: number
}

/** Reads what the embedded PostgreSQL takes (Linux). */
export interface DatabaseMeter {
  read(): Promise<Reading>
  close(): Promise<void>
}

export async function meterOf(databaseUrl: string, dataDir: string): Promise<DatabaseMeter> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const [first = ''] = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  return {
    read: async () => {
      const { rows } = await client.query<{ bytes: number }>(
        `select (pg_current_wal_insert_lsn() - '0/0')::float8 as bytes`,
      )
      return { cpuSeconds: cpuSecondsOfAll(Number(first)), logBytes: rows[0]?.bytes ?? Number.NaN }
    },
    close: () => client.end(),
  }
}

/** Of a process, the children that it has waited for, and those that run (proc_pid_stat(5), fields 4 and 14 to 17). */
function cpuSecondsOfAll(parent: number): number {
  let hundredths = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const fields = fieldsOf(name)
    const own = Number(name) === parent
    if (!own && Number(fields[1]) !== parent) continue
    for (const field of fields.slice(11, own ? 15 : 13)) hundredths += Number(field)
  }
  return hundredths / 100
}

/** From the third on; empty when the process has ended meanwhile. */
function fieldsOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  } catch {
    return []
  }
}
