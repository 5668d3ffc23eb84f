import { v7 as newId } from 'uuid'
import { saveAuditEvent, saveAuditEvents } from '../../db/queries/audit.ts'
import {
  deleteRoleGroupMember,
  insertRoleGroup,
  insertRoleGroupMember,
  listMemberships,
  listPlatformRoleGroups,
  listRoleGroups,
  type RoleGroup,
} from '../../db/queries/role-groups.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { conflict } from '../conflict.ts'
import { refuse } from '../failure.ts'
import type { Listed, Slice } from '../paging.ts'
import { canonicalName } from '../text/names.ts'
import { type Administrator, isSuperAdministrator, superAdministrator } from './authority.ts'
import { keepSuperAdministrator } from './last-super-administrator.ts'
import { judgeTexts, type RoleGroupTexts } from './texts.ts'

export type { RoleGroup } from '../../db/queries/role-groups.ts'

/** A new role group; its name is shown where it has no other. */
export interface NewRoleGroup extends RoleGroupTexts {
  readonly name: string
  readonly managerId: string
}

const refused = conflict({
  role_groups_name: 'role_group_name_taken',
  role_groups_manager_id_fkey: 'user_not_found',
})

/** Role groups: whoever is in one has the role of its name. */
export class RoleGroups {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** Role groups by name. One statement, two for a page without rows. */
  list(slice: Slice): Promise<Listed<RoleGroup>> {
    return listRoleGroups(this.#db, slice)
  }

  /** Those that somebody may read: all, or those they manage, are in, or were let read. One statement, two for an empty page. */
  listFor(by: Administrator, slice: Slice): Promise<Listed<RoleGroup>> {
    return isSuperAdministrator(by) ? this.list(slice) : listRoleGroups(this.#db, slice, by.userId)
  }

  /**
   * Adds a role group; nobody is in it yet. Four statements.
   * @throws Failure user_not_found, role_group_name_taken, field_invalid
   */
  async create(by: Actor, group: NewRoleGroup): Promise<RoleGroup> {
    judgeTexts(group)
    return transact(this.#db, async (trx) => {
      const row = { id: newId(), ...group, displayName: group.displayName ?? group.name }
      const created = await insertRoleGroup(trx, row).catch(refused)
      const details = { name: created.name, manager: created.managerId }
      await saveAuditEvent(trx, by, 'role_group.created', { type: 'role_group', id: created.id }, details)
      return { ...created, members: [], memberCount: 0, readers: [], readerCount: 0 }
    })
  }

  /** Makes a user a member of every role group of the platform. Five statements, four when they are already. */
  async joinPlatformGroups(by: Actor, userId: string): Promise<void> {
    await transact(this.#db, async (trx) => {
      const groups = await listPlatformRoleGroups(trx)
      const ids = groups.map(({ id }) => id)
      const joined = await insertRoleGroupMember(trx, userId, ids)
      if (joined.length === 0) return
      const event = (id: string) => ({ subject: { type: 'role_group', id } as const, details: { added: [userId] } })
      await saveAuditEvents(trx, by, 'role_group.members_added', joined.map(event))
    })
  }

  /** The names of the groups that a user is in, and of those they are not in. One statement. */
  async rolesOf(userId: string): Promise<{ has: string[]; others: string[] }> {
    const groups = await listMemberships(this.#db, userId)
    const names = (member: boolean) => groups.filter((group) => group.member === member).map(({ name }) => name)
    return { has: names(true), others: names(false) }
  }

  /** Gives a user the role of that name. Five statements, four when they have it. @throws Failure role_group_not_found */
  addRole(by: Actor, userId: string, name: string): Promise<void> {
    return this.#changeRole(by, userId, name, 'added', async (trx, { id }) => {
      return (await insertRoleGroupMember(trx, userId, [id])).length > 0
    })
  }

  /**
   * Takes the role of that name from a user. Five statements, four when they lack it; two more of super administrators.
   * @throws Failure role_group_not_found, last_super_administrator
   */
  removeRole(by: Actor, userId: string, name: string): Promise<void> {
    return this.#changeRole(by, userId, name, 'removed', async (trx, { id, name: role }) => {
      if (role === superAdministrator) await keepSuperAdministrator(trx, [userId])
      return deleteRoleGroupMember(trx, userId, id)
    })
  }

  async #changeRole(
    by: Actor,
    userId: string,
    name: string,
    what: 'added' | 'removed',
    change: (trx: Db, group: { readonly id: string; readonly name: string }) => Promise<boolean>,
  ): Promise<void> {
    await transact(this.#db, async (trx) => {
      const groups = await listMemberships(trx, userId)
      const wanted = canonicalName(name)
      const group = groups.find(({ name }) => canonicalName(name) === wanted) ?? refuse('role_group_not_found')
      if (!(await change(trx, group))) return
      const details = { [what]: [userId] }
      await saveAuditEvent(trx, by, `role_group.members_${what}`, { type: 'role_group', id: group.id }, details)
    })
  }
}
