import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDatabase, type DatabaseConnection } from '../../server/db/connect.ts'
import { createLogger } from '../../server/log/log.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
let connection: DatabaseConnection
beforeAll(async () => {
  database = await createTestDatabase()
  connection = await connectDatabase({ url: database.url, poolSize: 2, log: createLogger({ level: 'silent' }) })
})
afterAll(async () => {
  await connection.close()
  await database.close()
})

const processes = async () => {
  const numbers = await Promise.all(
    [1, 2].map(() => sql<{ pid: number }>`select pg_backend_pid() as pid, pg_sleep(0.05)`.execute(connection.db)),
  )
  return numbers.map(({ rows: [row] }) => row?.pid)
}
/** Each connection behaves from now on as one does to a server that has become a standby. */
const turnReadOnly = () =>
  Promise.all(
    [1, 2].map(() =>
      sql`select set_config('default_transaction_read_only', 'on', false), pg_sleep(0.05)`.execute(connection.db),
    ),
  )
const write = () => connection.db.updateTable('readiness').set({ checkedAt: sql`now()` }).execute()

test.each([
  ['a statement', write],
  [
    'a transaction',
    () =>
      connection.db
        .transaction()
        .execute((trx) => trx.updateTable('readiness').set({ checkedAt: sql`now()` }).execute()),
  ],
])('%s that finds a server that only reads fails, and the next has another connection', async (_what, work) => {
  const before = await processes()
  await turnReadOnly()
  await expect(work()).rejects.toMatchObject({ code: '25006' })
  await work()
  const after = await processes()
  expect(after.filter((pid) => before.includes(pid))).toEqual([])
})
