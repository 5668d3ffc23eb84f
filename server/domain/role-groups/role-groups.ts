import { v7 as newId } from 'uuid'
import { saveAuditEvent, saveAuditEvents } from '../../db/queries/audit.ts'
import {
  insertRoleGroup,
  insertRoleGroupMember,
  listPlatformRoleGroups,
  listRoleGroups,
  type RoleGroup,
} from '../../db/queries/role-groups.ts'
import type { Db } from '../../db/schema.ts'
import type { Actor } from '../actor.ts'
import { conflict } from '../conflict.ts'
import type { Listed, Slice } from '../paging.ts'

export type { RoleGroup } from '../../db/queries/role-groups.ts'

/** A new role group. */
export interface NewRoleGroup {
  readonly name: string
  /** The name when there is none. */
  readonly displayName?: string | undefined
  readonly description?: string | undefined
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

  /** Adds a role group; nobody is in it yet. Four statements. @throws Failure user_not_found, role_group_name_taken */
  create(by: Actor, group: NewRoleGroup): Promise<RoleGroup> {
    return this.#db.transaction().execute(async (trx) => {
      const row = { id: newId(), ...group, displayName: group.displayName ?? group.name }
      const created = await insertRoleGroup(trx, row).catch(refused)
      const details = { name: created.name, manager: created.managerId }
      await saveAuditEvent(trx, by, 'role_group.created', { type: 'role_group', id: created.id }, details)
      return { ...created, members: [], memberCount: 0, readers: [], readerCount: 0 }
    })
  }

  /** Makes a user a member of every role group of the platform. Five statements, four when they are already. */
  async joinPlatformGroups(by: Actor, userId: string): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      const groups = await listPlatformRoleGroups(trx)
      const ids = groups.map(({ id }) => id)
      const joined = await insertRoleGroupMember(trx, userId, ids)
      if (joined.length === 0) return
      const event = (id: string) => ({ subject: { type: 'role_group', id } as const, details: { added: [userId] } })
      await saveAuditEvents(trx, by, 'role_group.members_added', joined.map(event))
    })
  }
}
