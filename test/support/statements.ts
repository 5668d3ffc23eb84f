import pg from 'pg'
import { expect, vi } from 'vitest'
import type { TestServer } from './server.ts'

/**
 * Counts the statements that the work sends to the database, `begin` and `commit` among them; the job queue's own, and those
 * that only look after connections, do not count.
 */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const query = pg.Client.prototype.query
  let statements = 0
  pg.Client.prototype.query = function count(this: pg.Client, ...args: unknown[]) {
    const [statement] = args as [string | { text: string }]
    const text = typeof statement === 'string' ? statement : statement.text
    if (!/pgboss|heartbeat|watch/.test(text)) statements += 1
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    await work()
    return statements
  } finally {
    pg.Client.prototype.query = query
  }
}

/** Nothing is done by the clock any more, so that no statement of that is counted: what a server repeats each minute. */
export async function withoutSchedule({ database }: Pick<TestServer, 'database'>): Promise<void> {
  await database.pool.query('delete from pgboss.schedule')
}

/** The same for the work alone: what was queued before it is done first. */
export async function countStatementsAlone({ database }: TestServer, work: () => Promise<unknown>): Promise<number> {
  await vi.waitFor(
    async () => {
      const { rows } = await database.pool.query(`select name from pgboss.job where state < 'completed'`)
      expect(rows).toEqual([])
    },
    { timeout: 10_000 },
  )
  return countStatements(work)
}
