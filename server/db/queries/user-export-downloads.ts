import { sql } from 'kysely'
import type { Db, ExportFormat, ExportState, NewRow } from '../schema.ts'
import type { Listed, Slice } from './paging.ts'
import type { ExportDownload } from './user-exports.ts'

/**
 * Writes a fetching down, unless the export has `most` already. The export's row is to be locked. One statement.
 * @returns whether it was
 */
export async function insertExportDownload(
  trx: Db,
  row: NewRow<'userExportDownloads'>,
  most: number,
): Promise<boolean> {
  const { displayName, email, reason = null, result = null } = row
  const { numAffectedRows } = await sql`
    insert into user_export_downloads (id, export_id, user_id, display_name, email, reason, result)
    select ${row.id}::uuid, ${row.exportId}::uuid, ${row.userId}::uuid, ${displayName}::text, ${email}::text,
      ${reason}::text, ${result}::text
    where (select count(*) from user_export_downloads where export_id = ${row.exportId}::uuid) < ${most}`.execute(trx)
  return numAffectedRows === 1n
}

/** Fetchings of all exports, or of one, or by one person, the newest first. One statement. */
export async function listExportDownloads(
  db: Db,
  { exportId, userId }: { readonly exportId?: string | undefined; readonly userId?: string | undefined },
  { offset, limit }: Slice,
): Promise<Listed<ExportDownload>> {
  const chosen = sql`
    ${exportId === undefined ? sql`true` : sql`export_id = ${exportId}::uuid`}
    and ${userId === undefined ? sql`true` : sql`user_id = ${userId}::uuid`}`
  const { rows } = await sql<ExportDownload & { total: number; id: string | null }>`
    select counted.total, chosen.id, chosen.display_name, chosen.email, chosen.reason, chosen.result, chosen.created_at
    from (select count(*)::int as total from user_export_downloads where ${chosen}) counted
    left join (
      select id, display_name, email, reason, result, created_at from user_export_downloads where ${chosen}
      order by created_at desc, id desc limit ${limit} offset ${offset}
    ) chosen on true
    order by chosen.created_at desc, chosen.id desc`.execute(db)
  const found = rows.filter(({ id }) => id !== null)
  return { total: rows[0]?.total ?? 0, items: found.map(({ total: _total, id: _id, ...download }) => download) }
}

/** A fetching that somebody was mailed the link of, with what the link leads to. */
export interface FetchedExport {
  readonly exportId: string
  readonly reason: string | null
  readonly state: ExportState
  readonly format: ExportFormat
  readonly size: number
  readonly madeByAttempt: number
  readonly createdAt: Date
}

/** A fetching of this person's, whose export is held until the transaction ends. One statement. */
export async function lockFetchedExport(trx: Db, id: string, userId: string): Promise<FetchedExport | undefined> {
  const { rows } = await sql<FetchedExport>`
    select downloads.export_id, downloads.reason, user_exports.format, user_exports.made_by_attempt,
      case when user_exports.expires_at <= now() then 'expired' else user_exports.state end as state,
      user_exports.size::float8 as size, user_exports.created_at
    from user_export_downloads downloads join user_exports on user_exports.id = downloads.export_id
    where downloads.id = ${id}::uuid and downloads.user_id = ${userId}::uuid and user_exports.creator_id = downloads.user_id
    for update of user_exports`.execute(trx)
  return rows[0]
}

/** Writes down what came of a fetching. One statement. @returns whether nothing had come of it before */
export async function setDownloadResult(trx: Db, id: string, result: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('userExportDownloads')
    .set({ result })
    .where('id', '=', id)
    .where('result', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
