import type { Config } from '../server/config/config.ts'
import { connectDatabase, type DatabaseConnection } from '../server/db/connect.ts'
import { migrate } from '../server/db/migrate.ts'
import type { Db } from '../server/db/schema.ts'
import type { Logger } from '../server/log/log.ts'
import { withSharedDatabase } from './database.ts'

/** Runs `work` on the migrated database that the server would use, also beside a running one. */
export async function withServices<T>(
  config: Config,
  log: Logger,
  work: (db: Db, database: DatabaseConnection) => Promise<T>,
): Promise<T> {
  return await withSharedDatabase(config, log, async (url) => {
    await migrate({ url, log })
    const database = await connectDatabase({ url, poolSize: 2, log })
    try {
      return await work(database.db, database)
    } finally {
      await database.close()
    }
  })
}

/** Rows of texts as a table with a head, or a word for none. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)))
  return all
    .map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}

/** What a command gives: JSON for programs, text for people. */
export function output(json: boolean | undefined, data: unknown, text: () => string): string {
  return json ? JSON.stringify(data, null, 2) : text()
}
