import { sql } from 'kysely'
import type { Change, Db, NewRow, Row } from '../schema.ts'

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

/** An organization that is held, with what keeps it from being moved or deleted. */
export type HeldOrganization = Organization & {
  /** It is a department of a provider, where it stands as it does there. */
  readonly isProvided: boolean
  /** It is an enterprise that is linked to a provider. */
  readonly isLinked: boolean
}

/**
 * Holds an organization until the transaction ends: nobody else changes it, and nothing can be added to it when it is to be
 * deleted. One statement.
 */
export function lockOrganization(
  trx: Db,
  id: string,
  purpose: 'change' | 'deletion',
): Promise<HeldOrganization | undefined> {
  const held = trx
    .selectFrom('organizations')
    .select(columns)
    .select([
      sql<boolean>`exists (select from corp_departments where organization_id = organizations.id)`.as('isProvided'),
      sql<boolean>`exists (select from corp_links where corp_id = organizations.id)`.as('isLinked'),
    ])
    .where('id', '=', id)
  return (purpose === 'change' ? held.forNoKeyUpdate() : held.forUpdate()).executeTakeFirst()
}

/**
 * Lets one at a time move organizations, until the transaction ends: two that were moved below each other would both be in a
 * circle. Readers do not wait. One statement.
 */
export async function lockOrganizationTree(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('openaccount.organizations'))`.execute(trx)
}

/** Whether an organization is another or somewhere below it. Reads upwards, each row once. One statement. */
export async function isWithin(db: Db, id: string, above: string): Promise<boolean> {
  const { rows } = await sql<{ within: boolean }>`
    with recursive up as (
      select id, parent_id from organizations where id = ${id}::uuid
      union
      select parent.id, parent.parent_id from organizations parent join up on parent.id = up.parent_id
    )
    select exists (select from up where id = ${above}::uuid) as within`.execute(db)
  return rows[0]?.within ?? false
}

/** Changes an organization. One statement. @throws DatabaseError of a taken code or name, or a missing parent */
export async function updateOrganization(trx: Db, id: string, change: Change<'organizations'>): Promise<void> {
  await trx.updateTable('organizations').set(change).where('id', '=', id).execute()
}

/** Takes an organization out of the tree. One statement. @throws DatabaseError when something is in it */
export async function deleteOrganization(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('organizations').where('id', '=', id).execute()
}
