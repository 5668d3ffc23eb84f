import { leavesActiveMember } from '../../db/queries/role-group-people.ts'
import { lockRoleGroupOf } from '../../db/queries/role-groups.ts'
import type { Db } from '../../db/schema.ts'
import { refuse } from '../failure.ts'
import { superAdministrator } from './authority.ts'

/**
 * Keeps the last super administrator who may sign in. Whatever disables, closes or deletes users, or takes the role from them, asks
 * here first, within its transaction: until that ends nobody else can do so. One statement, two for a super administrator.
 * @param leaving the users who would be no super administrators any more, or could not sign in
 * @throws Failure last_super_administrator
 */
export async function keepSuperAdministrator(trx: Db, leaving: readonly string[]): Promise<void> {
  if (!(await lockRoleGroupOf(trx, superAdministrator, leaving))) return
  if (!(await leavesActiveMember(trx, superAdministrator, leaving))) refuse('last_super_administrator')
}
