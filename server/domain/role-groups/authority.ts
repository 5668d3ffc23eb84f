import type { Actor } from '../actor.ts'
import { refuse } from '../failure.ts'

/** The role of those who may do everything with role groups. */
export const superAdministrator = 'Account.SuperManager'

/** A person of the back office, with the roles that they had when they called. */
export interface Administrator extends Actor {
  readonly userId: string
  readonly roles: ReadonlySet<string>
}

/** What of a role group decides who may change it. */
interface Governed {
  readonly name: string
  readonly managerId: string | null
}

/** Whether somebody may do everything with role groups. */
export function isSuperAdministrator(by: Administrator): boolean {
  return by.roles.has(superAdministrator)
}

/**
 * Lets super administrators and the manager of the group change it (api-8216506 and the pages beside it). The role that the
 * pages ask for besides stands in the contract.
 * @throws Failure not_role_group_manager
 */
export function mayChange(by: Administrator, group: Governed): void {
  if (!isSuperAdministrator(by) && group.managerId !== by.userId) refuse('not_role_group_manager')
}

/**
 * The same for its members. Being a super administrator is every authority there is: a manager of that group who is none
 * would make one out of whomever they like.
 * @throws Failure not_role_group_manager
 */
export function mayChangeMembers(by: Administrator, group: Governed): void {
  mayChange(by, group)
  if (group.name === superAdministrator && !isSuperAdministrator(by)) refuse('not_role_group_manager')
}

/** What of a user is authority. */
interface Standing {
  readonly roles: readonly string[]
  readonly managesRoleGroups: boolean
}

/**
 * Keeps administrators from the accounts of those who may do more: whoever gives such a user another password or mail address
 * has what that user has.
 * @throws Failure user_outranks
 */
export function mayEditUser(by: Administrator, id: string, { roles, managesRoleGroups }: Standing): void {
  if (isSuperAdministrator(by) || by.userId === id) return
  if (managesRoleGroups || !roles.every((role) => by.roles.has(role))) refuse('user_outranks')
}

/** Keeps managers from giving themselves a role that they do not have. @throws Failure role_not_held */
export function mayHaveAdded(by: Administrator, added: readonly string[]): void {
  if (!isSuperAdministrator(by) && added.includes(by.userId)) refuse('role_not_held')
}
