import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isDatabaseAway } from '../../server/db/away.ts'
import { connectDatabase, type DatabaseConnection } from '../../server/db/connect.ts'
import { listen } from '../../server/db/listen.ts'
import { createLogger } from '../../server/log/log.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { type SwallowingProxy, startSwallowingProxy } from '../support/swallowing-proxy.ts'

const log = createLogger({ level: 'silent' })
vi.setConfig({ testTimeout: 120_000 })
let database: TestDatabase
let proxy: SwallowingProxy
let connection: DatabaseConnection

beforeEach(async () => {
  database = await createTestDatabase()
  proxy = await startSwallowingProxy(database.url)
  connection = await connectDatabase({ url: proxy.url, poolSize: 4, prepared: true, log })
})
afterEach(async () => {
  await connection.close()
  await proxy.close()
  await database.close()
})

const ask = () => connection.pool.query('select $1::int as one', [1]).then(({ rows }) => rows[0])
const all = <T>(work: () => Promise<T>) => Promise.allSettled([1, 2, 3, 4].map(work))

test('connections that were swallowed are replaced within seconds, those that idle with them', async () => {
  await all(ask)
  proxy.swallow()
  expect(isDatabaseAway(await ask().catch((reason: unknown) => reason))).toBe(true)
  // One that had been swallowed would give no answer.
  expect(await all(ask)).toEqual(Array(4).fill({ status: 'fulfilled', value: { one: 1 } }))
})

test('a transaction on such a connection fails, and its connection does not come back', async () => {
  await ask()
  const act = connection.db.transaction().execute(async (trx) => {
    await trx.selectFrom('users').select('id').execute()
    proxy.swallow()
    await trx.selectFrom('users').select('id').execute()
  })
  expect(isDatabaseAway(await act.catch((reason: unknown) => reason))).toBe(true)
  expect(await ask()).toEqual({ one: 1 })
})

test('a statement that is slow, or waits for a lock, is waited for', async () => {
  const holder = await database.pool.connect()
  await holder.query('begin; lock table users')
  const waiting = connection.pool.query('select count(*)::int as n from users')
  expect((await connection.pool.query('select 2 as two from pg_sleep(5)')).rows).toEqual([{ two: 2 }])
  await holder.query('commit')
  holder.release()
  expect((await waiting).rows).toEqual([{ n: 0 }])
})

test('a database that takes no connections either is given up as well', async () => {
  await all(ask)
  proxy.swallowAll()
  const answers = await all(ask)
  expect(answers.map(({ status }) => status)).toEqual(Array(4).fill('rejected'))
  expect(isDatabaseAway(await ask().catch((reason: unknown) => reason))).toBe(true)
}, 120_000)

test('a swallowed connection for notifications is made again', async () => {
  const heard = vi.fn()
  const reconnected = vi.fn()
  const listener = await listen(proxy.url, { applications_changed: heard }, log, reconnected)
  proxy.swallow()
  await vi.waitFor(() => expect(reconnected).toHaveBeenCalled(), { timeout: 30_000, interval: 50 })
  await database.pool.query(`notify applications_changed, 'again'`)
  await vi.waitFor(() => expect(heard.mock.calls).toEqual([['again']]), { timeout: 10_000, interval: 10 })
  await listener.close()
})

test('what says that the database is away is told from what is wrong with a statement', async () => {
  const failure = (text: string) => database.pool.query(text).catch((reason: unknown) => reason)
  const coded = (code: string) => Object.assign(new Error('no matter'), { code })
  for (const code of ['57P01', '57P03', '08006', '53300', '53100', '25006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']) {
    expect(isDatabaseAway(coded(code)), code).toBe(true)
  }
  expect(isDatabaseAway(new AggregateError([coded('ECONNREFUSED')]))).toBe(true)
  expect(isDatabaseAway(new Error('wrapped', { cause: coded('57P01') }))).toBe(true)
  expect(isDatabaseAway(await failure('set statement_timeout = 10; select pg_sleep(1)'))).toBe(true)
  expect(isDatabaseAway(await failure('begin read only; update readiness set checked_at = now()'))).toBe(true)
  for (const text of ['selec', 'select 1 / 0', 'select * from missing']) {
    expect(isDatabaseAway(await failure(text)), text).toBe(false)
  }
  expect(isDatabaseAway(coded('ENOENT'))).toBe(false)
  expect(isDatabaseAway('ECONNREFUSED')).toBe(false)
})
