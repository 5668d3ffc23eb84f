import { sql } from 'kysely'
import type { QueryResult } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { connectDatabase, type DatabaseConnection } from '../../server/db/connect.ts'
import { plannedAnew } from '../../server/db/prepared.ts'
import { createLogger } from '../../server/log/log.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

const log = createLogger({ level: 'silent' })
let database: TestDatabase
let connection: DatabaseConnection | undefined

beforeAll(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  await connection?.close()
})
afterAll(() => database.close())

/** A pool with one connection, so that a later statement meets what an earlier one has left. */
async function connect({ prepared = true } = {}): Promise<DatabaseConnection> {
  connection = await connectDatabase({ url: database.url, poolSize: 1, prepared, log })
  return connection
}

/** The statements that the one connection keeps; the question has no values and is not among them. */
async function kept({ pool }: DatabaseConnection): Promise<string[]> {
  const { rows } = await pool.query<{ statement: string }>('select statement from pg_prepared_statements')
  return rows.map(({ statement }) => statement)
}

test('a statement that is to be planned with its values is not kept', async () => {
  const connected = await connect()
  const text = `${plannedAnew} select $1::int + 1 as next`
  for (let round = 1; round < 9; round += 1) {
    expect((await connected.pool.query(text, [round])).rows).toEqual([{ next: round + 1 }])
  }
  expect(await kept(connected)).toEqual([])
})

test('every way of asking prepares its statement once, and gives the connection back', async () => {
  const connected = await connect()
  const { pool, db } = connected
  const text = 'select $1::int + 1 as next'
  const ask = () =>
    new Promise<QueryResult>((resolve, reject) => {
      pool.query(text, [3], (error, result) => (error ? reject(error) : resolve(result)))
    })
  const described = () =>
    new Promise<QueryResult>((resolve, reject) => {
      pool.query({ text, values: [4] }, (error, result) => (error ? reject(error) : resolve(result)))
    })
  for (let round = 0; round < 2; round += 1) {
    expect((await pool.query(text, [1])).rows).toEqual([{ next: 2 }])
    expect((await pool.query({ text, values: [2] })).rows).toEqual([{ next: 3 }])
    expect((await ask()).rows).toEqual([{ next: 4 }])
    expect((await described()).rows).toEqual([{ next: 5 }])
    expect((await pool.query({ text, name: 'of-a-library' }, [5])).rows).toEqual([{ next: 6 }])
    expect((await pool.query({ text, values: [6], rowMode: 'array' })).rows).toEqual([[7]])
    expect((await sql<{ next: number }>`select ${7}::int + 1 as next`.execute(db)).rows).toEqual([{ next: 8 }])
    const inside = await db.transaction().execute((trx) => sql`select ${8}::int + 1 as next`.execute(trx))
    expect(inside.rows).toEqual([{ next: 9 }])
    const client = await pool.connect()
    expect((await client.query(text, [9])).rows).toEqual([{ next: 10 }])
    client.release()
  }
  expect(await kept(connected)).toEqual([text])
})

test('what is asked at once on one connection is answered, each with its own', async () => {
  const { pool } = await connect()
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => pool.query(`select $1::int as a, ${n % 5} as b`, [n])),
  )
  expect(answers.map(({ rows }) => rows)).toEqual(Array.from({ length: 50 }, (_, n) => [{ a: n, b: n % 5 }]))
})

test('a statement that fails leaves the connection and the statement usable', async () => {
  const { pool, db } = await connect()
  const circle: Record<string, unknown> = {}
  circle.self = circle
  for (let round = 0; round < 2; round += 1) {
    await expect(pool.query('select $1::int as n', ['x'])).rejects.toMatchObject({ code: '22P02' })
    expect((await pool.query('select $1::int as n', [1])).rows).toEqual([{ n: 1 }])
    await expect(pool.query('selec $1', [1])).rejects.toMatchObject({ code: '42601' })
    await expect(pool.query('select $1::int / 0', [1])).rejects.toMatchObject({ code: '22012' })
    await expect(pool.query('select $1::int', [1, 2])).rejects.toMatchObject({ code: '08P01' })
    await expect(sql`select ${circle}::jsonb as j`.execute(db)).rejects.toThrow('circular')
    expect((await sql`select ${{ a: [1, { b: 2 }] }}::jsonb as j`.execute(db)).rows).toEqual([
      { j: { a: [1, { b: 2 }] } },
    ])
    const failing = db.transaction().execute(async (trx) => {
      await sql`select ${'x'}::int as n`.execute(trx)
    })
    await expect(failing).rejects.toMatchObject({ code: '22P02' })
    expect((await pool.query('select $1::int as n', [2])).rows).toEqual([{ n: 2 }])
  }
})

test('values reach the database as the driver writes them', async () => {
  const { pool } = await connect()
  const at = new Date('2026-01-02T03:04:05.678Z')
  const values = [at, Buffer.from('bytes'), ['a', null, 'b"\\'], [[1], [2]], [{ a: 1 }], null, true, 'text']
  const text = `select $1::timestamptz as at, $2::bytea as bytes, $3::text[] as texts, $4::int[] as numbers,
    $5::jsonb[] as objects, $6::text as nothing, $7::boolean as yes, $8::text as text`
  const { rows } = await pool.query(text, values)
  const [given, bytes, texts, numbers, objects, nothing, yes, plain] = values
  expect(rows).toEqual([{ at: given, bytes, texts, numbers, objects, nothing, yes, text: plain }])
})

test('a column that is added while connections are open breaks nothing, whoever asks for all columns', async () => {
  const connected = await connect()
  const { pool, db } = connected
  await database.pool.query('create table things (id int, name text)')
  await database.pool.query(`insert into things values (1, 'one')`)
  const asked = [
    () =>
      db
        .selectFrom('things' as 'users')
        .select('id')
        .where('id', '=', 1 as never)
        .execute(),
    () => pool.query('select * from things where id = $1', [1]),
    () => pool.query('select t.* from things as t where id = $1', [1]),
    () => pool.query('select 1 as one, * from things where id = $1', [1]),
    () => pool.query('update things set name = $1 returning *', ['one']),
  ]
  for (const ask of asked) await ask()
  await database.pool.query('alter table things add column more text')
  for (const ask of asked) await ask()
  expect((await kept(connected)).join()).not.toContain('*')
})

test('a connection keeps a bounded number of statements, and none of those that are long', async () => {
  const connected = await connect()
  for (let n = 0; n < 350; n += 1) await connected.pool.query(`select $1::int as n${n}`, [n])
  expect((await connected.pool.query('select $1::int as n349', [1])).rows).toEqual([{ n349: 1 }])
  expect(await kept(connected)).toHaveLength(300)
  await connected.close()
  const fresh = await connect()
  const long = `select ${Array.from({ length: 1_000 }, (_, n) => `$${n + 1}::int`).join(' + ')} as sum`
  expect((await fresh.pool.query(long, Array(1_000).fill(1))).rows).toEqual([{ sum: 1_000 }])
  expect(await kept(fresh)).toEqual([])
})

test('where they are switched off nothing is prepared, not even what names itself', async () => {
  const connected = await connect({ prepared: false })
  await connected.pool.query('select $1::int', [1])
  await connected.pool.query({ name: 'of-a-library', text: 'select $1::int', values: [1] })
  await sql`select ${1}::int`.execute(connected.db)
  expect(await kept(connected)).toEqual([])
})
