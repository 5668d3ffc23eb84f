import pg from 'pg'

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
