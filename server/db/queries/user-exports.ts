import { sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db, ExportFormat, ExportState, JsonObject, NewRow } from '../schema.ts'
import type { Listed, Slice } from './paging.ts'
import type { User } from './users.ts'

/** One fetching of an export, with the recipient as they were. */
export interface ExportDownload {
  readonly displayName: string | null
  readonly email: string | null
  readonly reason: string | null
  readonly result: string | null
  readonly createdAt: Date
}

/** An export with who applied for it, and its downloads, the newest first. */
export interface UserExport {
  readonly id: string
  readonly state: ExportState
  readonly format: ExportFormat
  readonly reason: string
  readonly filter: JsonObject
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly creator: Pick<User, 'id' | 'displayName' | 'email' | 'phone'>
  readonly downloads: readonly ExportDownload[]
}

/** Which exports are shown: all, or one person's, or one; of people who are there. */
export interface ExportChoice {
  readonly creatorId?: string | undefined
  readonly id?: string | undefined
  readonly state?: ExportState | undefined
}

/** An export whose time is over has ended, also before anybody has written that down. */
const shownState = sql`case when expires_at <= now() and state in ('awaiting_approval', 'downloadable') then 'expired' else state end`

/**
 * Notes an export, unless its creator has `most` already that are not over. Who applies several times at the same moment may go
 * beyond by that number. One statement.
 * @returns whether it was noted
 */
export async function insertUserExport(
  trx: Db,
  row: Pick<NewRow<'userExports'>, 'id' | 'state' | 'format' | 'reason' | 'filter'> & { readonly creatorId: string },
  { most, seconds }: { readonly most: number; readonly seconds: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into user_exports (id, creator_id, state, format, reason, filter, expires_at)
    select ${row.id}::uuid, users.id, ${row.state}, ${row.format}, ${row.reason}, ${JSON.stringify(row.filter)}::jsonb,
      ${inSeconds(seconds)}
    from users where users.id = ${row.creatorId}
      and (
        select count(*) from user_exports
        where creator_id = users.id and state in ('awaiting_approval', 'pending', 'downloadable') and expires_at > now()
      ) < ${most}`.execute(trx)
  return numAffectedRows === 1n
}

/** Exports, the newest first. One statement. */
export async function listUserExports(
  db: Db,
  { creatorId, id, state }: ExportChoice,
  { offset, limit }: Slice,
): Promise<Listed<UserExport>> {
  const chosen = sql`
    creator_id is not null
    and ${creatorId === undefined ? sql`true` : sql`creator_id = ${creatorId}::uuid`}
    and ${id === undefined ? sql`true` : sql`user_exports.id = ${id}::uuid`}
    and ${state === undefined ? sql`true` : sql`${shownState} = ${state}`}`
  type Item = Omit<UserExport, 'createdAt' | 'updatedAt' | 'downloads'> &
    Record<'createdAt' | 'updatedAt', string> & {
      readonly downloads: readonly (Omit<ExportDownload, 'createdAt'> & { createdAt: string })[]
    }
  const { rows } = await sql<{ total: number; items: Item[] }>`
    select
      (select count(*)::int from user_exports where ${chosen}) as total,
      coalesce((
        select json_agg(json_build_object('id', chosen.id, 'state', state, 'format', format, 'reason', reason,
          'filter', filter, 'createdAt', chosen.created_at, 'updatedAt', chosen.updated_at,
          'creator', json_build_object('id', users.id, 'displayName', users.display_name, 'email', users.email,
            'phone', users.phone),
          'downloads', coalesce((
            select json_agg(json_build_object('displayName', display_name, 'email', email, 'reason', reason,
              'result', result, 'createdAt', created_at) order by created_at desc, id desc)
            from user_export_downloads where export_id = chosen.id), '[]'))
          order by chosen.created_at desc, chosen.id desc)
        from (
          select id, creator_id, ${shownState} as state, format, reason, filter, created_at, updated_at
          from user_exports where ${chosen} order by created_at desc, id desc limit ${limit} offset ${offset}
        ) chosen join users on users.id = chosen.creator_id), '[]') as items`.execute(db)
  const [list] = rows
  if (!list) throw new Error('a statement that always gives a row gave none')
  const dated = <T extends { readonly createdAt: string }>(row: T) => ({ ...row, createdAt: new Date(row.createdAt) })
  return {
    total: list.total,
    items: list.items.map((item) => ({
      ...dated(item),
      updatedAt: new Date(item.updatedAt),
      downloads: item.downloads.map(dated),
    })),
  }
}

/** What of an export decides what may be done with it, and where its files are. */
export interface LockedExport {
  readonly id: string
  readonly state: ExportState
  readonly creatorId: string
  readonly format: ExportFormat
  readonly attempts: number
}

/** An export that is held until the transaction ends, if it is this person's. One statement. */
export async function lockUserExport(
  trx: Db,
  id: string,
  creatorId: string | undefined,
): Promise<LockedExport | undefined> {
  const { rows } = await sql<LockedExport>`
    select id, ${shownState} as state, creator_id, format, attempts from user_exports
    where id = ${id}::uuid and creator_id is not null
      and ${creatorId === undefined ? sql`true` : sql`creator_id = ${creatorId}::uuid`}
    for update`.execute(trx)
  return rows[0]
}

/**
 * Gives an export another state, if it is in one of those that lead there and its time is not over. One statement.
 * @param seconds how long it has from now on; as long as before when left out
 * @returns whether it was
 */
export async function moveUserExport(
  trx: Db,
  id: string,
  { to, from }: { readonly to: ExportState; readonly from: readonly ExportState[] },
  {
    made,
    seconds,
  }: { readonly made?: { readonly size: number; readonly attempt: number }; readonly seconds?: number } = {},
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update user_exports set state = ${to}, updated_at = now(),
      size = coalesce(${made?.size ?? null}::bigint, size),
      made_by_attempt = coalesce(${made?.attempt ?? null}::int, made_by_attempt),
      expires_at = coalesce(now() + make_interval(secs => ${seconds ?? null}::int), expires_at)
    where id = ${id}::uuid and state = any(${from}::text[]) and expires_at > now()`.execute(trx)
  return numAffectedRows === 1n
}

/** Notes that the file of an export is about to be made. One statement. @returns what of; undefined when it is not to be made */
export async function beginUserExport(
  db: Db,
  id: string,
): Promise<{ attempts: number; format: ExportFormat; filter: JsonObject; creatorId: string } | undefined> {
  const row = await db
    .updateTable('userExports')
    .set({ attempts: sql`attempts + 1`, hasFile: true, updatedAt: sql`now()` })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('creatorId', 'is not', null)
    .returning(['attempts', 'format', 'filter', 'creatorId'])
    .executeTakeFirst()
  return row && { ...row, creatorId: row.creatorId ?? '' }
}

/** Whether the file of an export is still to be made. One statement. */
export async function isStillPending(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('userExports')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('creatorId', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Ends exports whose time is over, or whose creator is gone. One statement.
 * @param from the states that lead there
 */
export async function endUserExports(
  db: Db,
  { to, from }: { readonly to: ExportState; readonly from: readonly ExportState[] },
  because: 'time' | 'creator',
): Promise<void> {
  await sql`
    update user_exports set state = ${to}, updated_at = now()
    where state = any(${from}::text[])
      and ${because === 'time' ? sql`expires_at <= now()` : sql`creator_id is null`}`.execute(db)
}

/** Exports that are over for so many seconds, and whose files may still be there. One statement. */
export async function findOverExports(db: Db, seconds: number, limit: number) {
  const { rows } = await sql<Pick<LockedExport, 'id' | 'format' | 'attempts'>>`
    select id, format, attempts from user_exports
    where has_file and state not in ('pending', 'downloadable') and updated_at < now() - make_interval(secs => ${seconds})
    order by updated_at limit ${limit}`.execute(db)
  return rows
}

/** Notes that the files of these exports are gone. One statement. */
export async function forgetExportFiles(db: Db, ids: readonly string[]): Promise<void> {
  await sql`update user_exports set has_file = false where id = any(${ids}::uuid[])`.execute(db)
}
