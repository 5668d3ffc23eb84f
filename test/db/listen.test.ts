import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Listener, listen } from '../../server/db/listen.ts'
import { createLogger } from '../../server/log/log.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

const log = createLogger({ level: 'silent' })
let database: TestDatabase
let listener: Listener
const applications = vi.fn()
const keys = vi.fn()
const onReconnect = vi.fn()

beforeAll(async () => {
  database = await createTestDatabase()
  const channels = { applications_changed: applications, keys_changed: keys }
  listener = await listen(database.url, channels, log, onReconnect)
})
afterAll(async () => {
  await listener.close()
  await database.close()
})

const eventually = { timeout: 10_000, interval: 10 }

test('a change of an application or a key is heard', async () => {
  await database.pool.query(`insert into applications (client_id, id, name, token_endpoint_auth_method)
    values ('TestClient', gen_random_uuid(), 'Test', 'none')`)
  await database.pool.query(`update applications set client_id = 'RenamedClient' where client_id = 'TestClient'`)
  await vi.waitFor(
    () => expect(applications.mock.calls.flat()).toEqual(['TestClient', 'TestClient', 'RenamedClient']),
    eventually,
  )
  await database.pool.query(`insert into keys (id, purpose, algorithm, public_jwk, private_key, signs_at)
    values ('kid', 'signing', 'RS256', '{}', '', now())`)
  await vi.waitFor(() => expect(keys.mock.calls).toEqual([['']]), eventually)
})

test('an update touches updated_at', async () => {
  const { rows } = await database.pool.query<{ touched: boolean }>(
    'select updated_at > created_at as touched from applications',
  )
  expect(rows).toEqual([{ touched: true }])
})

test('a lost connection is made again, and the owner of caches is told', async () => {
  applications.mockClear()
  for (let times = 1; times <= 2; times++) {
    await database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'openaccount listener'`)
    await vi.waitFor(() => expect(onReconnect).toHaveBeenCalledTimes(times), eventually)
  }
  await database.pool.query(`notify applications_changed, 'again'`)
  await vi.waitFor(() => expect(applications.mock.calls).toEqual([['again']]), eventually)
})

test('a receiver that throws does not end the listening', async () => {
  applications.mockClear()
  applications.mockImplementationOnce(() => {
    throw new Error('broken receiver')
  })
  await database.pool.query(`notify applications_changed, 'one'`)
  await database.pool.query(`notify applications_changed, 'two'`)
  await vi.waitFor(() => expect(applications.mock.calls).toEqual([['one'], ['two']]), eventually)
})

test('a first connection that fails is reported to the caller', async () => {
  const nowhere = new URL(database.url)
  nowhere.pathname = '/missing'
  await expect(listen(nowhere.href, {}, log, onReconnect)).rejects.toThrow('database "missing" does not exist')
})

test('closing ends the connection for good', async () => {
  const other = await listen(database.url, { other: vi.fn() }, log, onReconnect)
  await other.close()
  await vi.waitFor(async () => {
    const { rows } = await database.pool.query(`select from pg_stat_activity
      where datname = current_database() and application_name = 'openaccount listener'`)
    expect(rows).toHaveLength(1)
  }, eventually)
})
