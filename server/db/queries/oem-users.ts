import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { behind, type PageUpTo, type Place, type Slice } from './paging.ts'
import { type User, userColumns } from './users.ts'

/**
 * The users of one OEM client, the oldest first. Two statements, one when the total is known.
 * @param after the place behind which the slice begins
 * @param total how many there are, when that is known: they are not counted again
 */
export async function listOemUsers(
  db: Db,
  clientId: string,
  { offset, limit }: Slice,
  after?: Place,
  total?: number,
): Promise<PageUpTo<User>> {
  const own = () => db.selectFrom('users').where('oemClientId', '=', clientId)
  // The ids of the page come first, from the index alone.
  const page = own().select('id').where(behind(after)).orderBy('createdAt').orderBy('id').limit(limit).offset(offset)
  const rows = await db
    .selectFrom('users')
    .select(userColumns)
    .select(sql<string>`created_at::text`.as('createdAtText'))
    .where('id', 'in', page)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const last = rows.at(-1)
  const counted = () => own().select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  return {
    items: rows.map(({ createdAtText: _text, ...user }) => user),
    total: total ?? (await counted()).total,
    end: last && { createdAt: last.createdAtText, id: last.id },
  }
}

/** Those of these users whom the OEM client registered. The list is one parameter. One statement. */
export function findOemUsers(db: Db, clientId: string, ids: readonly string[]): Promise<User[]> {
  return db
    .selectFrom('users')
    .select(userColumns)
    .where(sql<boolean>`id = any(${ids})`)
    .where('oemClientId', '=', clientId)
    .execute()
}
