import { sql } from 'kysely'
import type { Db, Row } from '../schema.ts'
import type { PageUpTo, Place, Slice } from './paging.ts'

/** How long back attempts are listed, in days. */
const listedDays = 90

/** One attempt to sign in to an account that there is. */
export type ListedLoginRecord = Row<
  'loginRecords',
  readonly ['clientId', 'address', 'userAgent', 'method', 'succeeded', 'createdAt']
> & { readonly userId: string }

/** Which attempts are listed; moments are half-open: `from` belongs, `until` does not. */
export interface LoginRecordFilter {
  readonly userId?: string | undefined
  readonly from?: Date | undefined
  readonly until?: Date | undefined
}

/**
 * Attempts of the last 90 days, the newest first. The index alone finds the page: rows before it are not read. One statement.
 * @param after the place behind which the slice begins
 * @param total how many there are, when that is known: they are not counted again
 */
export async function listLoginRecords(
  db: Db,
  { userId, from, until }: LoginRecordFilter,
  { offset, limit }: Slice,
  after?: Place,
  total?: number,
): Promise<PageUpTo<ListedLoginRecord>> {
  const listed = sql`
    user_id is not null and created_at > now() - make_interval(days => ${sql.lit(listedDays)})
    and ${userId === undefined ? sql`true` : sql`user_id = ${userId}::uuid`}
    and ${from ? sql`created_at >= ${from}` : sql`true`}
    and ${until ? sql`created_at < ${until}` : sql`true`}`
  const place = after ? sql`(created_at, id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)` : sql`true`
  const { rows } = await sql<{ total: number; items: (ListedLoginRecord & { id: string; at: string })[] }>`
    select
      ${total === undefined ? sql`(select count(*)::int from login_records where ${listed})` : sql`${total}::int`} as total,
      coalesce((
        select json_agg(json_build_object('id', id, 'at', created_at::text, 'userId', user_id, 'clientId', client_id,
          'address', host(address), 'userAgent', user_agent, 'method', method, 'succeeded', succeeded,
          'createdAt', created_at) order by created_at desc, id desc)
        from login_records where id in (
          select id from login_records where ${listed} and ${place}
          order by created_at desc, id desc limit ${limit} offset ${offset})), '[]') as items`.execute(db)
  const [list] = rows
  if (!list) throw new Error('a statement that always gives a row gave none')
  const last = list.items.at(-1)
  return {
    total: list.total,
    items: list.items.map(({ id: _id, at: _at, createdAt, ...item }) => ({ ...item, createdAt: new Date(createdAt) })),
    end: last && { createdAt: last.at, id: last.id },
  }
}
