import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Tables whose rows expire, with their primary key. */
const expiring = [
  { table: 'engine_state', key: sql`model, id_hash` },
  { table: 'sessions', key: sql`id_hash` },
  { table: 'revoked_access_tokens', key: sql`token_hash` },
  { table: 'access_credentials', key: sql`token_hash` },
] as const

/**
 * Removes expired rows, at most `batch` of each table. Rows that another node is removing are passed over, so any
 * number of nodes may do this at once. One statement a table.
 * @returns how many rows were removed from the table with the most
 */
export async function purgeExpired(db: Db, batch: number): Promise<number> {
  let most = 0
  for (const { table, key } of expiring) {
    const target = sql.table(table)
    const result = await sql`
      delete from ${target} where (${key}) in (
        select ${key} from ${target} where expires_at < now() order by expires_at limit ${batch}
        for update skip locked)`.execute(db)
    most = Math.max(most, Number(result.numAffectedRows ?? 0n))
  }
  const limits = await sql`
    delete from rate_limits where key in (
      select key from rate_limits where expire < ${Date.now()} limit ${batch} for update skip locked)`.execute(db)
  return Math.max(most, Number(limits.numAffectedRows ?? 0n))
}

/** Adds up the kept numbers of rows. Whoever reads meanwhile sees the parts or their sum. One statement. */
export async function foldRowCounts(db: Db): Promise<void> {
  await sql`
    with parts as (
      delete from row_counts where id in (select id from row_counts for update skip locked) returning name, delta
    )
    insert into row_counts (name, delta) select name, sum(delta) from parts group by name`.execute(db)
}
