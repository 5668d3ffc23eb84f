import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { transact } from '../transact.ts'

/** What a function gives is kept while it is read: here more than the least `work_mem` holds, and so in a file. */
const spill = sql`select count(*) from generate_series(1, 10000)`

/**
 * Writes a row, and a file of 100 kilobytes that PostgreSQL removes at once: it fails where writes fail, and where the
 * disk has no more room, though a row that changes in its place needs none. One transaction of three statements.
 */
export function proveWritable(db: Db): Promise<void> {
  return transact(db, async (trx) => {
    await trx.updateTable('readiness').set({ checkedAt: sql`now()` }).execute()
    await sql`set local work_mem = '64kB'`.execute(trx)
    await spill.execute(trx)
  })
}
