import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstRows, reads, secondRows, writes } from '../../bench/growth/old-rows.ts'
import { Waits } from '../../bench/growth/waits.ts'
import { migrate } from '../../server/db/migrate.ts'
import { migrations } from '../../server/db/migrations/index.ts'
import { createLogger } from '../../server/log/log.ts'
import { createEmptyDatabase, createTestDatabase } from '../setup/database.ts'

const USERS = 300
const log = createLogger({ level: 'silent' })
let database: Awaited<ReturnType<typeof createEmptyDatabase>>

beforeEach(async () => {
  database = await createEmptyDatabase()
})
afterEach(() => database.drop())

async function query(url: string, ...statements: readonly string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement))
    return rows
  } finally {
    await client.end()
  }
}

/** All that a dump of the schema has, in an order of its own. */
const schemaOf = (url: string) =>
  query(
    url,
    `select relname as name, 'column ' || attnum as kind, attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || attidentity::text
        || attgenerated::text || coalesce(' ' || pg_get_expr(adbin, adrelid), '') as text
      from pg_attribute join pg_class on pg_class.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
    union all select indexrelid::regclass::text, 'index ' || indisvalid, pg_get_indexdef(indexrelid) from pg_index
      where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
    union all select conname, conrelid::regclass || ' ' || convalidated, pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select tgname, 'trigger ' || tgenabled::text, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select proname, 'function', pg_get_functiondef(oid) from pg_proc
      where pronamespace = 'public'::regnamespace and prokind = 'f' and probin is null
    order by 1, 2, 3`,
  )

test('every migration goes over rows that are older than it while servers work: nobody is refused, nothing is left out', async () => {
  const { url } = database
  await migrate({ url, log, known: migrations.slice(0, 1) })
  await query(url, ...firstRows(USERS))
  const waits = await Promise.all([Waits.start(url, reads, USERS), Waits.start(url, writes, USERS)])
  for (let count = 2; count <= migrations.length; count += 1) {
    await migrate({ url, log, known: migrations.slice(0, count) })
    if (count === 2) await query(url, ...secondRows(USERS))
  }
  const ended = await Promise.all(waits.map((wait) => wait.stop()))
  expect(ended.map(({ refused }) => refused)).toEqual([0, 0])
  const fresh = await createTestDatabase()
  try {
    expect(await schemaOf(url)).toEqual(await schemaOf(fresh.url))
  } finally {
    await fresh.close()
  }
})

test('a chain that runs at once over old rows leaves every one of them, with what later versions need', async () => {
  const { url } = database
  await migrate({ url, log, known: migrations.slice(0, 1) })
  await query(url, ...firstRows(USERS))
  const before = await query(url, 'select id, user_name, updated_at from users order by id')
  await migrate({ url, log })
  expect(await query(url, 'select id, user_name, updated_at from users order by id')).toEqual(before)
  expect(
    await query(
      url,
      `select
        (select count(*)::int from users where user_name_key = user_name and phone_key = itc || phone and email_key = email) as found,
        (select count(*)::int from users where search_text like '%王伟%') as searched,
        (select sum(delta)::int from row_counts where name = 'users') as counted,
        (select count(*)::int from last_sign_ins) as signed`,
    ),
  ).toEqual([{ found: USERS, searched: USERS, counted: USERS, signed: USERS }])
})
