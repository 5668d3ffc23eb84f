import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connectDatabase, type DatabaseConnection } from '../../server/db/connect.ts'
import { JobQueue } from '../../server/jobs/queue.ts'
import { createLogger } from '../../server/log/log.ts'
import { createEmptyDatabase } from '../setup/database.ts'

const log = createLogger({ level: 'silent' })
let database: DatabaseConnection
let drop: () => Promise<void>
/** Two nodes of one installation. */
let nodes: readonly [JobQueue, JobQueue]
beforeAll(async () => {
  const empty = await createEmptyDatabase()
  drop = empty.drop
  database = await connectDatabase({ url: empty.url, poolSize: 10, log })
  // At once: one of them makes the tables.
  const start = () => JobQueue.start({ pool: database.pool, log })
  nodes = await Promise.all([start(), start()])
})
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()))
  await database.close()
  await drop()
})

const eventually = { timeout: 10_000, interval: 50 }

async function waiting(name: string): Promise<unknown[]> {
  const { rows } = await database.pool.query('select data from pgboss.job where name = $1', [name])
  return rows.map(({ data }) => data)
}

test('a job is there when the transaction commits, and never when it does not', async () => {
  const [node] = nodes
  await node.define('letters')
  const rolledBack = database.db.transaction().execute(async (trx) => {
    await node.send(trx, 'letters', { to: 'nobody' })
    throw new Error('undone')
  })
  await expect(rolledBack).rejects.toThrow('undone')
  expect(await waiting('letters')).toEqual([])
  await database.db.transaction().execute(async (trx) => {
    await node.send(trx, 'letters', { some_key: { other_key: 1 } })
    expect(await waiting('letters')).toEqual([])
  })
  expect(await waiting('letters')).toEqual([{ some_key: { other_key: 1 } }])

  const handle = vi.fn(async () => {})
  for (const each of nodes) await each.work('letters', { seconds: 0.5 }, handle)
  await vi.waitFor(() => expect(handle).toHaveBeenCalled(), eventually)
  expect(handle.mock.calls).toEqual([[{ some_key: { other_key: 1 } }]])
})

test('a job for a queue that nobody has made fails the transaction', async () => {
  const send = database.db.transaction().execute((trx) => nodes[0].send(trx, 'missing', {}))
  await expect(send).rejects.toThrow('missing')
})

test('a job that fails is tried again, alone', async () => {
  const [node] = nodes
  await node.define('trying')
  await database.db.transaction().execute(async (trx) => {
    for (const number of [1, 2, 3]) await node.send(trx, 'trying', { number })
  })
  const done: unknown[] = []
  await node.work('trying', { seconds: 0.5 }, async ({ number }) => {
    if (number === 2) throw new Error('not today')
    done.push(number)
  })
  await vi.waitFor(async () => {
    const { rows } = await database.pool.query(`select state, count(*)::int as n from pgboss.job where name = 'trying'
      group by state order by state`)
    expect(rows).toEqual([
      { state: 'retry', n: 1 },
      { state: 'completed', n: 2 },
    ])
  }, eventually)
  expect(done).toEqual([1, 3])
})

test('recurring work is one job over all nodes, and none more while it waits or runs', async () => {
  const work = vi.fn(async () => {})
  for (const node of nodes) await node.repeat('sweeping', '0 0 1 1 *', work)
  const schedules = await database.pool.query(`select cron from pgboss.schedule where name = 'sweeping'`)
  expect(schedules.rows).toEqual([{ cron: '0 0 1 1 *' }])
  await database.db.transaction().execute((trx) => nodes[0].send(trx, 'sweeping', {}))
  const second = database.db.transaction().execute((trx) => nodes[1].send(trx, 'sweeping', {}))
  await expect(second).rejects.toThrow('sweeping')
})

test('a stop waits for the job under way', async () => {
  const node = await JobQueue.start({ pool: database.pool, log })
  await node.define('slow')
  let state = 'waiting'
  await node.work('slow', { seconds: 0.5 }, async () => {
    state = 'begun'
    await new Promise((resolve) => setTimeout(resolve, 700))
    state = 'done'
  })
  await database.db.transaction().execute((trx) => node.send(trx, 'slow', {}))
  await vi.waitFor(() => expect(state).toBe('begun'), eventually)
  await node.stop()
  expect(state).toBe('done')
})
