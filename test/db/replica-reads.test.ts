import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  beginEra,
  findCallerWrites,
  purgeCallerWrites,
  readPrimaryState,
  saveCallerWrites,
} from '../../server/db/queries/replica-reads.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const atOnce = <T>(work: (n: number) => Promise<T>) => Promise.all(Array.from({ length: 32 }, (_, n) => work(n)))

test('of many nodes that find no era one begins it, and the replicas are told the same', async () => {
  const { db, pool } = database
  expect((await readPrimaryState(db)).era).toBeUndefined()
  await atOnce(() => beginEra(db))
  const { era } = await readPrimaryState(db)
  expect(era).toBeDefined()
  expect((await pool.query('select era from replicated_era')).rows).toEqual([{ era }])
  // A crash empties what is not logged: the next era takes the place of the one before.
  await pool.query('truncate present_era')
  await atOnce(() => beginEra(db))
  const next = (await readPrimaryState(db)).era
  expect(next).not.toBe(era)
  expect((await pool.query('select era from replicated_era')).rows).toEqual([{ era: next }])
})

test('writes of the same callers at the same moment wait for nobody for good, and the latest is what is remembered', async () => {
  const { db } = database
  const names = ['client one', 'user one']
  await atOnce((n) => saveCallerWrites(db, n % 2 === 0 ? names : names.toReversed()))
  const before = await findCallerWrites(db, names)
  await database.pool.query('create table something ()')
  await saveCallerWrites(db, ['user one'])
  const after = await findCallerWrites(db, names)
  expect(after.position).toBeGreaterThan(before.position)
  expect((await findCallerWrites(db, ['client one'])).position).toBeLessThan(after.position)
  expect((await findCallerWrites(db, ['nobody'])).position).toBe(0n)
})

test('what was written more than a minute ago is forgotten', async () => {
  const { db, pool } = database
  await saveCallerWrites(db, ['user old', 'user new'])
  await pool.query(`update caller_writes set written_at = now() - interval '61 seconds' where caller = 'user old'`)
  await purgeCallerWrites(db)
  expect((await findCallerWrites(db, ['user old'])).position).toBe(0n)
  expect((await findCallerWrites(db, ['user new'])).position).toBeGreaterThan(0n)
})
