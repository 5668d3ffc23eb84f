import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

/** What the released version sends to its database; `npm run statements` writes it. */
const released = (await readFile(join(import.meta.dirname, 'released-statements.jsonl'), 'utf8'))
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as string)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

/** What PostgreSQL says against statements, when they are sent to this schema. */
async function refused(statements: readonly string[]): Promise<string[]> {
  const client = await database.pool.connect()
  try {
    const refusals: string[] = []
    for (const [number, text] of statements.entries()) {
      await client
        .query(`prepare released_${number} as ${text}`)
        .catch((error: Error) => refusals.push(`${error.message}: ${text}`))
    }
    await client.query('deallocate all')
    return refusals
  } finally {
    client.release()
  }
}

/** The columns that a row of a table cannot be without, when nobody gives them. */
async function demanded(): Promise<Map<string, string[]>> {
  const { rows } = await database.pool.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
    where table_schema = 'public' and is_nullable = 'NO' and column_default is null
      and is_identity = 'NO' and is_generated = 'NEVER' group by table_name`,
  )
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

/** What rows inserted by these statements would lack. */
async function lacking(statements: readonly string[]): Promise<string[]> {
  const tables = await demanded()
  return statements.flatMap((text) =>
    [...text.matchAll(/insert into "?(\w+)"?(?: as \w+)? \(([^)]+)\)/gi)].flatMap(([, table = '', list = '']) => {
      const given = list.split(',').map((column) => column.trim().replaceAll('"', ''))
      const missing = (tables.get(table) ?? []).filter((column) => !given.includes(column))
      return missing.map((column) => `${table}.${column}: ${text}`)
    }),
  )
}

test('the version that was released goes on with the schema of this one: every statement of it is taken', async () => {
  expect(released.length).toBeGreaterThan(300)
  expect(await refused(released)).toEqual([])
})

test('what it inserts has every column that this schema demands', async () => {
  expect(await lacking(released)).toEqual([])
})

test('a migration that it could not live with is told', async () => {
  await database.pool.query('alter table users rename column display_name to shown_name')
  await database.pool.query('alter table sessions add column colour text not null')
  expect((await refused(released)).some((text) => text.includes('display_name'))).toBe(true)
  expect((await lacking(released)).some((text) => text.startsWith('sessions.colour: '))).toBe(true)
})
