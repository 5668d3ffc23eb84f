import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { type ApplicationAccount, accountsOf } from './application-accounts.ts'
import type { PageUpTo, Slice } from './paging.ts'
import { keptCount } from './row-counts.ts'

/** The members of a role, and accounts that become such or stop to be. */
export interface RoleMembers {
  readonly applicationId: string
  readonly roleId: string
  readonly accountIds: readonly string[]
}

/** An account that there is, and whether its membership has become another. */
export interface MemberChange {
  readonly id: string
  readonly changed: boolean
}

/**
 * The accounts that there are, in one order for everybody, and none of them goes until the transaction ends. One that somebody
 * deletes at this moment is passed over: waiting for it could be waiting for each other.
 */
const known = ({ applicationId, accountIds }: RoleMembers) => sql`
  select id from application_accounts where application_id = ${applicationId} and id = any(${accountIds}::uuid[])
  order by id for key share skip locked`

/** Gives accounts a role. One statement. @returns those that there are */
export async function insertRoleMembers(trx: Db, members: RoleMembers): Promise<MemberChange[]> {
  const { rows } = await sql<MemberChange>`
    with known as materialized (${known(members)}), added as (
      insert into application_role_members (application_id, role_id, account_id)
      select ${members.applicationId}, ${members.roleId}, id from known
      on conflict do nothing returning account_id
    )
    select id, account_id is not null as changed from known left join added on account_id = id`.execute(trx)
  return rows
}

/** Takes a role from accounts. One statement. @returns those that there are */
export async function deleteRoleMembers(trx: Db, members: RoleMembers): Promise<MemberChange[]> {
  const { applicationId, roleId } = members
  const { rows } = await sql<MemberChange>`
    with known as materialized (${known(members)}), gone as materialized (
      select account_id from application_role_members
      where application_id = ${applicationId} and role_id = ${roleId} and account_id in (select id from known)
      order by account_id for update
    ), removed as (
      delete from application_role_members members using gone
      where application_id = ${applicationId} and role_id = ${roleId} and members.account_id = gone.account_id
      returning members.account_id
    )
    select id, account_id is not null as changed from known left join removed on account_id = id`.execute(trx)
  return rows
}

/**
 * The accounts that have a role, the oldest first. One statement, two for a page without rows.
 * @param after the id behind which the slice begins
 */
export function listRoleMembers(
  db: Db,
  { applicationId, roleId }: Omit<RoleMembers, 'accountIds'>,
  { offset, limit }: Slice,
  after?: string,
): Promise<PageUpTo<ApplicationAccount, string>> {
  const ids = db
    .selectFrom('applicationRoleMembers')
    .select('accountId as id')
    .where('applicationId', '=', applicationId)
    .where('roleId', '=', roleId)
    .$if(after !== undefined, (query) => query.where('accountId', '>', after ?? ''))
    .orderBy('accountId')
    .limit(limit)
    .offset(offset)
  return accountsOf(db, applicationId, ids, keptCount('application_role_members', roleId))
}
