import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldRowCounts } from '../../server/db/queries/purge.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('what a large import leaves is added up in parts, by several nodes at once, and no number changes', async () => {
  const { db, pool } = database
  await pool.query(`
    insert into row_counts (name, delta) select 'memberships ' || name, part from generate_series(1, 250) name, generate_series(1, 4) part`)
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while ((await foldRowCounts(db, 60)) > 0);
    }),
  )
  // Two nodes that found each other's rows may have left some to each other.
  while ((await foldRowCounts(db, 60)) > 0);
  const { rows } = await pool.query(`
    select count(*)::int as rows, count(distinct name)::int as names, min(delta)::int as least, max(delta)::int as most
    from row_counts where name like 'memberships %'`)
  expect(rows).toEqual([{ rows: 250, names: 250, least: 10, most: 10 }])
})
