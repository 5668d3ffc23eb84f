import { sql } from 'kysely'
import type { Db, NewRow, Row } from '../schema.ts'

const columns = [
  'corpId',
  'provider',
  'externalId',
  'appId',
  'receiveId',
  'appSecret',
  'callbackToken',
  'callbackKey',
  'refreshedAt',
  'createdAt',
  'updatedAt',
] as const

/** An enterprise's link to a provider, with its secrets as they are kept. */
export type StoredCorpLink = Row<'corpLinks', typeof columns>

const links = (db: Db) => db.selectFrom('corpLinks').select(columns).where('provider', '=', 'WeCom')

/** The link of an enterprise to WeCom. One statement. */
export function findCorpLink(db: Db, corpId: string): Promise<StoredCorpLink | undefined> {
  return links(db).where('corpId', '=', corpId).executeTakeFirst()
}

/** The same, held until the transaction ends: one at a time works on what WeCom says of that enterprise. One statement. */
export function lockCorpLink(trx: Db, corpId: string): Promise<StoredCorpLink | undefined> {
  return links(trx).where('corpId', '=', corpId).forUpdate().executeTakeFirst()
}

/** The links whose call-backs are for that id: one, or all of a suite. One statement. */
export function listCorpLinksByReceiver(db: Db, receiveId: string): Promise<StoredCorpLink[]> {
  return links(db).where('receiveId', '=', receiveId).where('callbackToken', 'is not', null).limit(1_000).execute()
}

/** Every link that takes call-backs. One statement. */
export function listCorpLinks(db: Db): Promise<StoredCorpLink[]> {
  return links(db).where('callbackToken', 'is not', null).orderBy('corpId').limit(10_000).execute()
}

/**
 * Adds a link, or changes what is given of it. One statement.
 * @throws DatabaseError when the enterprise of the provider is linked already
 */
export function saveCorpLink(db: Db, link: NewRow<'corpLinks'>): Promise<StoredCorpLink> {
  return db
    .insertInto('corpLinks')
    .values(link)
    .onConflict((conflict) => conflict.columns(['corpId', 'provider']).doUpdateSet({ ...link, updatedAt: sql`now()` }))
    .returning(columns)
    .executeTakeFirstOrThrow()
}

/**
 * Begins to read an enterprise's departments, unless somebody is at it. One that began longer ago than `lease` seconds has died
 * with its process. One statement.
 * @returns when the one began that goes on now, and whether it is ours
 */
export async function beginRefresh(db: Db, corpId: string, lease: number): Promise<{ startedAt: Date; ours: boolean }> {
  const { rows } = await sql<{ startedAt: Date; ours: boolean }>`
    with begun as (
      -- Whoever ends it names the moment, and knows it to the millisecond.
      update corp_links set refresh_started_at = date_trunc('milliseconds', now())
      where corp_id = ${corpId} and provider = 'WeCom'
        and (refresh_started_at is null or refresh_started_at < now() - make_interval(secs => ${lease}))
      returning refresh_started_at
    )
    select refresh_started_at as started_at, true as ours from begun
    union all
    select coalesce(refresh_started_at, now()), false from corp_links
    where corp_id = ${corpId} and provider = 'WeCom' and not exists (select from begun)`.execute(db)
  const [row] = rows
  if (!row) throw new Error('the link is gone')
  return row
}

/** Ends the reading that began then, unless another has begun since. One statement. */
export async function endRefresh(db: Db, corpId: string, startedAt: Date, done: boolean): Promise<Date | undefined> {
  const row = await db
    .updateTable('corpLinks')
    .set({ refreshStartedAt: null, ...(done && { refreshedAt: sql<Date>`clock_timestamp()` }) })
    .where('corpId', '=', corpId)
    .where('provider', '=', 'WeCom')
    .where('refreshStartedAt', '=', startedAt)
    .returning('refreshedAt')
    .executeTakeFirst()
  return row?.refreshedAt ?? undefined
}
