import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Whoever is in a role group, and whoever may read it. */
export type PeopleTable = 'role_group_members' | 'role_group_readers'

/**
 * Puts users into a role group; duplicates and those who are there already are passed over. One statement.
 * @returns those who were not there
 * @throws DatabaseError of a missing user: nobody is put in then
 */
export async function insertPeople(
  trx: Db,
  table: PeopleTable,
  groupId: string,
  userIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    insert into ${sql.table(table)} (group_id, user_id)
    select ${groupId}::uuid, user_id from unnest(${userIds}::uuid[]) user_id
    on conflict do nothing returning user_id`.execute(trx)
  return rows.map(({ userId }) => userId)
}

/** Takes users out of a role group. One statement. @returns those who were there */
export async function deletePeople(
  trx: Db,
  table: PeopleTable,
  groupId: string,
  userIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    delete from ${sql.table(table)} where group_id = ${groupId} and user_id = any(${userIds}::uuid[])
    returning user_id`.execute(trx)
  return rows.map(({ userId }) => userId)
}

/** Whether anybody who may sign in is in a role group. One statement. */
export async function hasActiveMember(db: Db, groupId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from role_group_members join users on users.id = user_id
      where group_id = ${groupId} and users.account_state = 'Normal' and users.closes_at is null
    ) as found`.execute(db)
  return rows[0]?.found === true
}

/**
 * Whether somebody who may sign in is in the role group of that name beside these users, or none of these may sign in either. One
 * statement.
 */
export async function leavesActiveMember(db: Db, name: string, leaving: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ leaves: boolean }>`
    select coalesce(bool_or(not users.id = any(${leaving}::uuid[])), true) as leaves
    from role_groups
    join role_group_members on group_id = role_groups.id
    join users on users.id = user_id
    where role_groups.name = ${name} and users.account_state = 'Normal' and users.closes_at is null`.execute(db)
  return rows[0]?.leaves === true
}
