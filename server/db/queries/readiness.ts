import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Writes a row, which fails where writes fail. One statement. */
export async function proveWritable(db: Db): Promise<void> {
  await db.updateTable('readiness').set({ checkedAt: sql`now()` }).execute()
}
