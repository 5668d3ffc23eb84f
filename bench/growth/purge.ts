import type pg from 'pg'
import { connectDatabase } from '../../server/db/connect.ts'
import { purgeExpired } from '../../server/db/queries/purge.ts'
import { createLogger } from '../../server/log/log.ts'
import type { GrownDatabase } from './databases.ts'

/** How fast one table is purged. */
export interface PurgeRate {
  readonly table: string
  readonly rows: number
  /** Rows of a second in which nothing else is purged. */
  readonly perSecond: number
  /** Pages touched for each row. */
  readonly buffers: number
}

/** Purges for some seconds, as the job does, and tells how fast it went. */
export async function measurePurge(database: GrownDatabase, admin: pg.Client, seconds: number): Promise<PurgeRate[]> {
  const { db, close } = await connectDatabase({
    url: database.url,
    poolSize: 1,
    log: createLogger({ level: 'warn' }),
    prepared: true,
  })
  try {
    await admin.query('select pg_stat_statements_reset()')
    const retention = { loginRecordDays: 180, auditEventDays: 730, usedRefreshTokenDays: 14 }
    const until = performance.now() + seconds * 1_000
    while (performance.now() < until && (await purgeExpired(db, 500, retention)) > 0);
  } finally {
    await close()
  }
  const { rows } = await admin.query<PurgeRate>(
    `select substring(query from 'delete from "(\\w+)"') as table, sum(rows)::float as rows,
      sum(rows) / (sum(total_exec_time) / 1000) as "perSecond",
      sum(shared_blks_hit + shared_blks_read)::float / sum(rows)::float as buffers
    from pg_stat_statements join pg_database on pg_database.oid = dbid
    where datname = $1 and query like '%skip locked%' and query like 'delete from%' group by 1 having sum(rows) > 0
    order by 2 desc`,
    [database.name],
  )
  return rows
}
