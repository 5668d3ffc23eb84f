import { sql } from 'kysely'
import type { Db, Row } from '../schema.ts'

/** A department of a provider and the organization it is here. */
export interface StoredDepartment {
  readonly externalId: string
  readonly parentExternalId: string
  readonly organizationId: string
  readonly parentId: string | null
  readonly name: string
  readonly position: number
}

/** The departments of an enterprise. One statement. */
export function listCorpDepartments(db: Db, corpId: string): Promise<StoredDepartment[]> {
  return db
    .selectFrom('corpDepartments')
    .innerJoin('organizations', 'organizations.id', 'corpDepartments.organizationId')
    .select([
      'corpDepartments.externalId',
      'corpDepartments.parentExternalId',
      'corpDepartments.organizationId',
      'organizations.parentId',
      'organizations.name',
      'organizations.position',
    ])
    .where('corpDepartments.corpId', '=', corpId)
    .execute()
}

/** What else hangs in an enterprise's tree right below it or one of its departments: somebody has made it here. One statement. */
export function listLocalChildren(
  db: Db,
  corpId: string,
): Promise<{ id: string; parentId: string | null; name: string; position: number }[]> {
  return db
    .selectFrom('organizations')
    .select(['id', 'parentId', 'name', 'position'])
    .where(({ or, eb }) =>
      or([
        eb('parentId', '=', corpId),
        eb('parentId', 'in', eb.selectFrom('corpDepartments').select('organizationId').where('corpId', '=', corpId)),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('corpDepartments')
            .select('organizationId')
            .whereRef('corpDepartments.organizationId', '=', 'organizations.id'),
        ),
      ),
    )
    .execute()
}

const memberColumns = ['memberKey', 'memberId', 'departments', 'mainDepartment'] as const

/** A member of an enterprise as the provider has it. */
export type StoredMember = Row<'corpMembers', typeof memberColumns>

/** The members of an enterprise: all of them, or those with these keys. One statement. */
export function listCorpMembers(db: Db, corpId: string, keys?: readonly string[]): Promise<StoredMember[]> {
  const members = db.selectFrom('corpMembers').select(memberColumns).where('corpId', '=', corpId)
  return (keys ? members.where(sql<boolean>`member_key = any(${keys}::text[])`) : members).execute()
}

/** Where an organization is to be, and under what name. */
export interface PlacedOrganization {
  readonly id: string
  readonly parentId: string
  readonly name: string
  readonly position: number
}

/** Gives organizations names that nobody else has, so that others may take theirs. One statement. */
export async function parkOrganizations(trx: Db, ids: readonly string[]): Promise<void> {
  await sql`update organizations set name = id::text where id = any(${ids}::uuid[])`.execute(trx)
}

/** Adds departments; a parent may be among them. One statement. */
export async function insertDepartments(
  trx: Db,
  departments: readonly (PlacedOrganization & { readonly code: string })[],
): Promise<void> {
  await sql`
    insert into organizations (id, parent_id, type, code, name, position)
    select id, parent_id, 'department', code, name, position
    from unnest(
      ${departments.map(({ id }) => id)}::uuid[],
      ${departments.map(({ parentId }) => parentId)}::uuid[],
      ${departments.map(({ code }) => code)}::text[],
      ${departments.map(({ name }) => name)}::text[],
      ${departments.map(({ position }) => position)}::integer[]
    ) as given (id, parent_id, code, name, position)`.execute(trx)
}

/** Puts organizations where they belong. One statement. */
export async function placeOrganizations(trx: Db, organizations: readonly PlacedOrganization[]): Promise<void> {
  await sql`
    update organizations set parent_id = given.parent_id, name = given.name, position = given.position
    from unnest(
      ${organizations.map(({ id }) => id)}::uuid[],
      ${organizations.map(({ parentId }) => parentId)}::uuid[],
      ${organizations.map(({ name }) => name)}::text[],
      ${organizations.map(({ position }) => position)}::integer[]
    ) as given (id, parent_id, name, position)
    where organizations.id = given.id`.execute(trx)
}

/** Notes which organizations the provider's departments are. One statement. */
export async function saveCorpDepartments(
  trx: Db,
  corpId: string,
  departments: readonly Pick<StoredDepartment, 'externalId' | 'parentExternalId' | 'organizationId'>[],
): Promise<void> {
  await sql`
    insert into corp_departments (corp_id, external_id, parent_external_id, organization_id)
    select ${corpId}::uuid, external_id, parent_external_id, organization_id
    from unnest(
      ${departments.map(({ externalId }) => externalId)}::bigint[],
      ${departments.map(({ parentExternalId }) => parentExternalId)}::bigint[],
      ${departments.map(({ organizationId }) => organizationId)}::uuid[]
    ) as given (external_id, parent_external_id, organization_id)
    on conflict (corp_id, external_id) do update set parent_external_id = excluded.parent_external_id`.execute(trx)
}

/** Takes departments out of the tree, with every membership of them. Three statements. */
export async function deleteDepartments(trx: Db, organizationIds: readonly string[]): Promise<void> {
  await sql`delete from memberships where organization_id = any(${organizationIds}::uuid[])`.execute(trx)
  await sql`delete from corp_departments where organization_id = any(${organizationIds}::uuid[])`.execute(trx)
  await sql`delete from organizations where id = any(${organizationIds}::uuid[])`.execute(trx)
}

/** Adds members or changes them. One statement. */
export async function saveCorpMembers(trx: Db, corpId: string, members: readonly StoredMember[]): Promise<void> {
  // Lists of different lengths are no array of PostgreSQL, so each goes as its text.
  await sql`
    insert into corp_members (corp_id, member_key, member_id, departments, main_department)
    select ${corpId}::uuid, member_key, member_id, departments::bigint[], main_department
    from unnest(
      ${members.map(({ memberKey }) => memberKey)}::text[],
      ${members.map(({ memberId }) => memberId)}::text[],
      ${members.map(({ departments }) => `{${departments.join(',')}}`)}::text[],
      ${members.map(({ mainDepartment }) => mainDepartment)}::bigint[]
    ) as given (member_key, member_id, departments, main_department)
    on conflict (corp_id, member_key) do update set
      member_id = excluded.member_id, departments = excluded.departments, main_department = excluded.main_department`.execute(
    trx,
  )
}

/** Removes members. One statement. */
export async function deleteCorpMembers(trx: Db, corpId: string, keys: readonly string[]): Promise<void> {
  await sql`delete from corp_members where corp_id = ${corpId} and member_key = any(${keys}::text[])`.execute(trx)
}
