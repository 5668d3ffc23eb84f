import { sql } from 'kysely'
import type { Change, Db, NewRow, Row } from '../schema.ts'
import type { PageUpTo, Slice } from './paging.ts'
import { idPage, keptCount } from './row-counts.ts'

const columns = ['id', 'parentId', 'code', 'name'] as const

/** An organization of an application. */
export type ApplicationOrganization = Row<'applicationOrganizations', typeof columns>

/** The organization of that application with that id. One statement. */
export function findApplicationOrganization(
  db: Db,
  applicationId: string,
  id: string,
): Promise<ApplicationOrganization | undefined> {
  return db
    .selectFrom('applicationOrganizations')
    .select(columns)
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The id of an application's organization with that code, however it is spelled. One statement. */
export async function findApplicationOrganizationId(
  db: Db,
  applicationId: string,
  code: string,
): Promise<string | undefined> {
  const found = await db
    .selectFrom('applicationOrganizations')
    .select('id')
    .where('applicationId', '=', applicationId)
    .where(sql<string>`canonical_name(code)`, '=', sql<string>`canonical_name(${code})`)
    .executeTakeFirst()
  return found?.id
}

/**
 * The organizations of an application, the oldest first. One statement, two for a page without rows.
 * @param after the id behind which the slice begins
 */
export async function listApplicationOrganizations(
  db: Db,
  applicationId: string,
  { offset, limit }: Slice,
  after?: string,
): Promise<PageUpTo<ApplicationOrganization, string>> {
  const count = keptCount('application_organizations', applicationId)
  const rows = await db
    .selectFrom('applicationOrganizations')
    .select(columns)
    .select(count.as('total'))
    .where('applicationId', '=', applicationId)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return idPage(db, rows, count)
}

/** Adds an organization. One statement. @throws DatabaseError of a taken code or a missing parent */
export async function insertApplicationOrganization(
  db: Db,
  organization: NewRow<'applicationOrganizations'>,
): Promise<void> {
  await db.insertInto('applicationOrganizations').values(organization).execute()
}

/**
 * Whether the new parent is the organization itself or stands below it. Each is taken once (`union`), so a circle ends the
 * reading. One statement.
 */
export async function standsBelow(
  db: Db,
  applicationId: string,
  { id, parentId }: { readonly id: string; readonly parentId: string },
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive above as (
      select id, parent_id from application_organizations where application_id = ${applicationId} and id = ${parentId}
      union
      select parent.id, parent.parent_id from application_organizations parent
      join above on parent.id = above.parent_id where parent.application_id = ${applicationId}
    )
    select exists (select from above where id = ${id}) as found`.execute(db)
  return rows[0]?.found === true
}

/** Changes an organization. One statement. @throws DatabaseError of a missing parent */
export async function updateApplicationOrganization(
  db: Db,
  applicationId: string,
  id: string,
  change: Change<'applicationOrganizations'>,
): Promise<void> {
  await db
    .updateTable('applicationOrganizations')
    .set(change)
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

/**
 * Removes an organization. One statement.
 * @returns whether there was one
 * @throws DatabaseError when it has organizations below it, or accounts
 */
export async function deleteApplicationOrganization(db: Db, applicationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('applicationOrganizations')
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
