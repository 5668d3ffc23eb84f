import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { type User, userColumns } from './users.ts'

/** The authority of a user, and the ways to sign in beside number and address. */
export interface UserStanding {
  /** Names of the role groups that they are in. */
  readonly roles: readonly string[]
  /** Whether they may change a role group. */
  readonly managesRoleGroups: boolean
  readonly hasPassword: boolean
  readonly hasExternalLogins: boolean
}

/** How a user stands; somebody who is not there has nothing. One statement. */
export async function findUserStanding(db: Db, userId: string): Promise<UserStanding> {
  const { rows } = await sql<UserStanding>`
    select
      array(select name from role_groups join role_group_members on group_id = id where user_id = ${userId}::uuid) as roles,
      exists (select from role_groups where manager_id = ${userId}::uuid) as manages_role_groups,
      exists (select from password_credentials where user_id = ${userId}::uuid) as has_password,
      exists (select from external_logins where user_id = ${userId}::uuid) as has_external_logins`.execute(db)
  const [standing] = rows
  if (!standing) throw new Error('a statement that always gives a row gave none')
  return standing
}

/** Holds a user until the transaction ends: nobody changes them, puts them into a role group, or gives them a login. One statement. */
export function lockUser(trx: Db, id: string): Promise<User | undefined> {
  return trx.selectFrom('users').select(userColumns).where('id', '=', id).forUpdate().executeTakeFirst()
}
