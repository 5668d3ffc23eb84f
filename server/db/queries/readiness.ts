import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Text to sort: some times what the least `work_mem` holds, so that PostgreSQL has to put it into a file. */
const spill = sql`select count(*) from (select repeat(md5(n::text), 8) as text from generate_series(1, 600) as n
  order by text offset 0) as sorted`

/**
 * Writes a row, and a file of 200 kilobytes that PostgreSQL removes at once: it fails where writes fail, and where the
 * disk has no more room, though a row that changes in its place needs none. One transaction of three statements.
 */
export function proveWritable(db: Db): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx.updateTable('readiness').set({ checkedAt: sql`now()` }).execute()
    await sql`set local work_mem = '64kB'`.execute(trx)
    await spill.execute(trx)
  })
}
