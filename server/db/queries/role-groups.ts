import { sql } from 'kysely'
import type { Change, Db, NewRow, Row } from '../schema.ts'
import type { Listed, Slice } from './paging.ts'
import type { PeopleTable } from './role-group-people.ts'

const columns = ['id', 'name', 'displayName', 'description', 'managerId', 'isZwsoft', 'createdAt', 'updatedAt'] as const

/** How many people of a group are told one by one: as many as the contract has room for. */
const mostPeople = 10_000

/** A role group with the ids of its members and readers, in the order they were added, and how many there are. */
export type RoleGroup = Row<'roleGroups', typeof columns> & {
  readonly members: readonly string[]
  readonly memberCount: number
  readonly readers: readonly string[]
  readonly readerCount: number
}

/**
 * Role groups by name, with their people. One statement, two for a page without rows.
 * @param userId whose: those that this user manages, is in, or may read; all when left out
 */
export async function listRoleGroups(db: Db, { offset, limit }: Slice, userId?: string): Promise<Listed<RoleGroup>> {
  const counted = db
    .selectFrom('roleGroups')
    .select(sql<number>`count(*)::int`.as('total'))
    .$if(userId !== undefined, (groups) => groups.where(isReadableBy(userId)))
  const rows = await withPeople(db)
    .$if(userId !== undefined, (groups) => groups.where(isReadableBy(userId)))
    .select(counted.as('total'))
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  const items = rows.map(({ total: _total, ...group }) => group)
  return { items, total: rows[0]?.total ?? (await counted.executeTakeFirstOrThrow()).total }
}

/** The role group with that GUID, with its people. One statement. */
export function findRoleGroup(db: Db, id: string): Promise<RoleGroup | undefined> {
  return withPeople(db).where('id', '=', id).executeTakeFirst()
}

/** The role group without its people, held until the transaction ends: one at a time changes it. One statement. */
export function lockRoleGroup(trx: Db, id: string): Promise<Row<'roleGroups', typeof columns> | undefined> {
  return trx.selectFrom('roleGroups').select(columns).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
}

/** Holds the role group of that name until the transaction ends. One statement. */
export async function lockRoleGroupNamed(trx: Db, name: string): Promise<void> {
  await trx.selectFrom('roleGroups').select('id').where('name', '=', name).forNoKeyUpdate().execute()
}

/**
 * Holds the role group of that name until the transaction ends, if any of these users is in it. One statement.
 * @returns whether one is
 */
export async function lockRoleGroupOf(trx: Db, name: string, userIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select id from role_groups
    where name = ${name}
      and exists (select from role_group_members where group_id = role_groups.id and user_id = any(${userIds}::uuid[]))
    for no key update`.execute(trx)
  return rows.length > 0
}

/** Changes what is given of a role group. One statement. @throws DatabaseError of a missing manager */
export async function updateRoleGroup(trx: Db, id: string, change: Change<'roleGroups'>): Promise<void> {
  await trx.updateTable('roleGroups').set(change).where('id', '=', id).execute()
}

/** Adds a role group without members. One statement. @throws DatabaseError of a taken name or a missing manager */
export function insertRoleGroup(db: Db, group: NewRow<'roleGroups'>): Promise<Row<'roleGroups', typeof columns>> {
  return db.insertInto('roleGroups').values(group).returning(columns).executeTakeFirstOrThrow()
}

/** The groups of the platform's own, whose names operations ask for. One statement. */
export function listPlatformRoleGroups(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('roleGroups').select(['id', 'name']).where('isZwsoft', '=', true).orderBy('name').execute()
}

/** Makes a user a member of groups. One statement. @returns the ids of the groups in which they were not yet */
export async function insertRoleGroupMember(db: Db, userId: string, groupIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ groupId: string }>`
    insert into role_group_members (group_id, user_id)
    select group_id, ${userId} from unnest(${groupIds}::uuid[]) group_id
    on conflict do nothing returning group_id`.execute(db)
  return rows.map((row) => row.groupId)
}

/** Groups by name with whether a user is in each. One statement. */
export async function listMemberships(
  db: Db,
  userId: string,
): Promise<{ id: string; name: string; member: boolean }[]> {
  const { rows } = await sql<{ id: string; name: string; member: boolean }>`
    select id, name, exists (select from role_group_members where group_id = id and user_id = ${userId}) as member
    from role_groups order by name`.execute(db)
  return rows
}

/** Takes a user out of a group. One statement. @returns whether they were in it */
export async function deleteRoleGroupMember(db: Db, userId: string, groupId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('roleGroupMembers')
    .where('groupId', '=', groupId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

const isReadableBy = (userId: string | undefined) => sql<boolean>`(
  manager_id = ${userId}
  or exists (select from role_group_members where group_id = role_groups.id and user_id = ${userId})
  or exists (select from role_group_readers where group_id = role_groups.id and user_id = ${userId}))`

function withPeople(db: Db) {
  return db
    .selectFrom('roleGroups')
    .select(columns)
    .select([
      people('role_group_members').as('members'),
      count('role_group_members').as('memberCount'),
      people('role_group_readers').as('readers'),
      count('role_group_readers').as('readerCount'),
    ])
}

const people = (table: PeopleTable) => sql<string[]>`array(
  select user_id::text from ${sql.table(table)} where group_id = role_groups.id
  order by created_at, user_id limit ${mostPeople})`

const count = (table: PeopleTable) => sql<number>`(
  select count(*)::int from ${sql.table(table)} where group_id = role_groups.id)`
