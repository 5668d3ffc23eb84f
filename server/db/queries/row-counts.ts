import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { PageUpTo } from './paging.ts'

/** Tables whose rows are counted for one thing each (migration 0019): an application, or a role. */
type CountedTable =
  | 'application_organizations'
  | 'application_accounts'
  | 'application_roles'
  | 'application_role_members'

/** How many rows of a table belong to a thing: a number that is kept, so that nobody counts them. */
export const keptCount = (table: CountedTable, id: string) =>
  sql<number>`(select coalesce(sum(delta), 0)::int from row_counts where name = ${`${table} ${id}`})`

/**
 * A page in the order of its ids from rows that carry the number of all. A page without rows has nothing to carry it: one
 * statement then, else none.
 */
export async function idPage<Row extends { readonly id: string; readonly total: number }>(
  db: Db,
  rows: readonly Row[],
  count: ReturnType<typeof keptCount>,
): Promise<PageUpTo<Omit<Row, 'total'>, string>> {
  const items = rows.map(({ total: _total, ...item }) => item)
  const total = rows[0]?.total ?? (await db.selectNoFrom(count.as('total')).executeTakeFirstOrThrow()).total
  return { items, total, end: rows.at(-1)?.id }
}
