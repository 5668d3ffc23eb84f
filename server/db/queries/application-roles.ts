import { sql } from 'kysely'
import type { Db, NewRow, Row } from '../schema.ts'
import type { PageUpTo, Slice } from './paging.ts'
import { idPage, keptCount } from './row-counts.ts'

const columns = ['id', 'code', 'name', 'createdAt', 'updatedAt'] as const

/** A role of an application. */
export type ApplicationRole = Row<'applicationRoles', typeof columns>

/** The role of that application with that id. One statement. */
export function findApplicationRole(db: Db, applicationId: string, id: string): Promise<ApplicationRole | undefined> {
  return db
    .selectFrom('applicationRoles')
    .select(columns)
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether there is that role; it is not deleted until the transaction ends. One statement. */
export async function holdApplicationRole(trx: Db, applicationId: string, id: string): Promise<boolean> {
  const found = await trx
    .selectFrom('applicationRoles')
    .select('id')
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst()
  return found !== undefined
}

/**
 * The roles of an application, the oldest first. One statement, two for a page without rows.
 * @param after the id behind which the slice begins
 */
export async function listApplicationRoles(
  db: Db,
  applicationId: string,
  { offset, limit }: Slice,
  after?: string,
): Promise<PageUpTo<ApplicationRole, string>> {
  const count = keptCount('application_roles', applicationId)
  const rows = await db
    .selectFrom('applicationRoles')
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

/** Adds a role. One statement. @throws DatabaseError of a taken code */
export async function insertApplicationRole(db: Db, role: NewRow<'applicationRoles'>): Promise<void> {
  await db.insertInto('applicationRoles').values(role).execute()
}

/** Gives a role another name. One statement. @returns whether there is such a role */
export async function renameApplicationRole(db: Db, applicationId: string, id: string, name: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('applicationRoles')
    .set({ name, updatedAt: sql`now()` })
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes a role from an application and from whoever has it. One statement. @returns whether there was one */
export async function deleteApplicationRole(db: Db, applicationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('applicationRoles')
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
