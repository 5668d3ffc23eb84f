import { sql } from 'kysely'
import type { Db, NewRow, Row } from '../schema.ts'

const columns = [
  'id',
  'parentId',
  'type',
  'code',
  'name',
  'position',
  'enabled',
  'extension',
  'createdAt',
  'updatedAt',
] as const

/** A node of the tree of organizations. */
export type Organization = Row<'organizations', typeof columns>

/** The organization with that id. One statement. */
export function findOrganization(db: Db, id: string): Promise<Organization | undefined> {
  return db.selectFrom('organizations').select(columns).where('id', '=', id).executeTakeFirst()
}

/** The organizations with these codes, however they are spelled. One statement. */
export function findOrganizationsByCodes(db: Db, codes: readonly string[]): Promise<Organization[]> {
  return db
    .selectFrom('organizations')
    .select(columns)
    .where(
      sql<boolean>`canonical_name(code) = any(array(select canonical_name(given) from unnest(${codes}::text[]) given))`,
    )
    .execute()
}

/** The root organization that was made first. One statement. */
export function findFirstRoot(db: Db): Promise<Organization | undefined> {
  return db
    .selectFrom('organizations')
    .select(columns)
    .where('parentId', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

/** Adds an organization. One statement. @throws DatabaseError of a taken code or name, or a missing parent */
export function insertOrganization(db: Db, organization: NewRow<'organizations'>): Promise<Organization> {
  return db.insertInto('organizations').values(organization).returning(columns).executeTakeFirstOrThrow()
}

/**
 * The ids of an organization and of everything below it. Each is taken once (`union`), so a circle ends the reading.
 * One statement.
 */
export async function listSubtreeIds(db: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive subtree as (
      select id from organizations where id = ${id}
      union
      select child.id from organizations child join subtree on child.parent_id = subtree.id
    )
    select id from subtree`.execute(db)
  return rows.map((row) => row.id)
}

/** Gives an organization another name. One statement. @throws DatabaseError of a taken name */
export async function renameOrganization(db: Db, id: string, name: string): Promise<void> {
  await db.updateTable('organizations').set({ name }).where('id', '=', id).execute()
}
