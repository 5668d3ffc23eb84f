import { type SqlBool, sql } from 'kysely'
import type { Db, Row } from '../schema.ts'
import { behind, keptCount, type PageUpTo, type Place, type Slice } from './paging.ts'

const columns = ['id', 'parentId', 'type', 'code', 'name'] as const

/** An organization as lists have it. */
export type ListedOrganization = Row<'organizations', typeof columns>

/** Which organizations: all of them, the roots, or those right below one. */
export type OrganizationScope = 'all' | 'roots' | { readonly below: string }

/**
 * Organizations, the oldest first. One statement, two for a page without rows.
 * @param after the place behind which the slice begins
 */
export async function listOrganizations(
  db: Db,
  scope: OrganizationScope,
  { offset, limit }: Slice,
  after?: Place,
): Promise<PageUpTo<ListedOrganization>> {
  const condition = conditionOf(scope)
  const total =
    scope === 'all'
      ? keptCount('organizations')
      : sql<number>`(select count(*)::int from organizations where ${condition})`
  const rows = await db
    .selectFrom('organizations')
    .select(columns)
    .select([total.as('total'), sql<string>`created_at::text`.as('createdAtText')])
    .where(condition)
    .where(behind(after, { createdAt: 'createdAt', id: 'id' }))
    .orderBy('createdAt')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  const items = rows.map(({ total: _total, createdAtText: _text, ...organization }) => organization)
  const last = rows.at(-1)
  if (last) return { items, total: last.total, end: { createdAt: last.createdAtText, id: last.id } }
  const counted = await db.selectNoFrom(total.as('total')).executeTakeFirstOrThrow()
  return { items, total: counted.total, end: undefined }
}

function conditionOf(scope: OrganizationScope) {
  if (scope === 'all') return sql<SqlBool>`true`
  return scope === 'roots' ? sql<SqlBool>`parent_id is null` : sql<SqlBool>`parent_id = ${scope.below}::uuid`
}

/**
 * An organization and everything below it, itself first, then the oldest. Which these are, reading the tree tells: each page reads
 * all of it. One statement.
 * @returns no rows and a total of 0 when there is no such organization
 */
export async function listSubtree(
  db: Db,
  id: string,
  { offset, limit }: Slice,
): Promise<{ total: number; items: ListedOrganization[] }> {
  const { rows } = await sql<{ total: number; items: ListedOrganization[] }>`
    with recursive subtree as (
      select id from organizations where id = ${id}::uuid
      union
      select child.id from organizations child join subtree on child.parent_id = subtree.id
    ), page as (
      select id, parent_id, type, code, name,
        row_number() over (order by (id = ${id}::uuid) desc, created_at, id) as place
      from organizations where id in (select id from subtree)
      order by place limit ${limit} offset ${offset}
    )
    select (select count(*)::int from subtree) as total, coalesce((
      select json_agg(json_build_object('id', id, 'parentId', parent_id, 'type', type, 'code', code, 'name', name)
        order by place)
      from page), '[]') as items`.execute(db)
  const [page] = rows
  if (!page) throw new Error('a statement that always gives a row gave none')
  return page
}
