import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

interface Place {
  readonly group: string
  /** The column that rows are spread by; empty where they are not. */
  readonly key: string
  readonly uniqueWithoutKey: readonly string[]
  readonly foreignKeysToGiveUp: readonly string[]
}

const code = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
const page = await readFile(new URL('../../docs/distributed-engines.md', import.meta.url), 'utf8')
/** What the page says of each table. */
const places = new Map<string, Place>(
  page
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, , group = '']) => ['person', 'tenant', 'spread', 'reference', 'coordinator'].includes(group))
    .map(([, table = '', group = '', key = '', , unique = '', foreign = '']) => [
      code(table)[0] ?? '',
      {
        group,
        key: code(key)[0] ?? '',
        uniqueWithoutKey: code(unique),
        foreignKeysToGiveUp: foreign.split(/, (?=`)/).filter(Boolean),
      },
    ]),
)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

async function ask<Row extends object>(text: string): Promise<Row[]> {
  const { rows } = await database.pool.query<Row>(text)
  return rows
}
const ofOurs = `relnamespace = 'public'::regnamespace`
const constraintOfOurs = "connamespace = 'public'::regnamespace"

describe('the key of a table in docs/distributed-engines.md', () => {
  test('is one of its columns, and never null but where the page says what to do', async () => {
    const columns = await ask<{ table: string; name: string; required: boolean }>(
      `select relname as table, attname as name, attnotnull as required
      from pg_attribute join pg_class on pg_class.oid = attrelid where ${ofOurs} and attnum > 0 and not attisdropped`,
    )
    const nullable = [...places].flatMap(([table, { key }]) => {
      const column = columns.find((one) => one.table === table && one.name === key)
      if (key) expect(column, `${table}.${key}`).toBeDefined()
      return column && !column.required ? [`${table}.${key}`] : []
    })
    expect(nullable).toEqual(['login_records.user_id'])
  })

  test('is in every unique index but those that the page names', async () => {
    const indexes = await ask<{ table: string; name: string; columns: string[] }>(
      `select indrelid::regclass::text as table, relname as name, array(
        select attname::text from pg_attribute where attrelid = indrelid and attnum = any(indkey)) as columns
      from pg_index join pg_class on pg_class.oid = indexrelid where indisunique and ${ofOurs} order by relname`,
    )
    const without = (table: string, key: string) =>
      indexes.filter((index) => index.table === table && !index.columns.includes(key)).map(({ name }) => name)
    for (const [table, { key, uniqueWithoutKey }] of places)
      expect({ table, unique: uniqueWithoutKey }).toEqual({ table, unique: key ? without(table, key) : [] })
  })

  test('goes with every foreign key but those that the page names', async () => {
    const columnsOf = (relation: string, numbers: string) => `array(
      select attname::text from unnest(${numbers}) with ordinality listed (number, place)
      join pg_attribute on attrelid = ${relation} and attnum = number order by place)`
    const references = await ask<{ table: string; target: string; columns: string[]; keys: string[] }>(
      `select conrelid::regclass::text as table, confrelid::regclass::text as target,
        ${columnsOf('conrelid', 'conkey')} as columns, ${columnsOf('confrelid', 'confkey')} as keys
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`,
    )
    const kept = (from: Place, to: Place, columns: readonly string[], keys: readonly string[]) => {
      if (to.group === 'reference') return true
      if (from.group !== to.group) return false
      return from.key === '' || keys[columns.indexOf(from.key)] === to.key
    }
    for (const [table, place] of places) {
      const lost = references.filter(({ table: own, target, columns, keys }) => {
        const to = places.get(target)
        return own === table && to && !kept(place, to, columns, keys)
      })
      const named = lost.map(({ columns, target }) => `\`${columns.join(', ')}\` to ${target}`)
      expect({ table, foreign: place.foreignKeysToGiveUp }).toEqual({ table, foreign: named })
    }
  })
})

test('the page says what of PostgreSQL the schema does without', async () => {
  const [found] = await ask(
    `select (select count(*)::int from pg_constraint where condeferrable and ${constraintOfOurs}) as deferrable,
      (select count(*)::int from pg_constraint where contype = 'x' and ${constraintOfOurs}) as exclusions,
      (select count(*)::int from pg_inherits join pg_class on pg_class.oid = inhrelid where ${ofOurs}) as inherited,
      (select count(*)::int from pg_class where ${ofOurs} and relkind in ('p', 'm', 'v')) as partitioned_or_views,
      (select count(*)::int from pg_class join pg_am on pg_am.oid = relam where ${ofOurs} and amname = 'gist') as gist`,
  )
  expect(found).toEqual({ deferrable: 0, exclusions: 0, inherited: 0, partitioned_or_views: 0, gist: 0 })
})
