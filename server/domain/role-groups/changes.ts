import { saveAuditEvent } from '../../db/queries/audit.ts'
import { deletePeople, hasActiveMember, insertPeople, type PeopleTable } from '../../db/queries/role-group-people.ts'
import { findRoleGroup, lockRoleGroup, type RoleGroup, updateRoleGroup } from '../../db/queries/role-groups.ts'
import type { Db, JsonObject } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import { conflict } from '../conflict.ts'
import { difference } from '../difference.ts'
import { Failure, type FailureKind, refuse } from '../failure.ts'
import { type Administrator, mayChange, mayChangeMembers, mayHaveAdded, superAdministrator } from './authority.ts'
import { judgeTexts, type RoleGroupTexts } from './texts.ts'

type LockedGroup = NonNullable<Awaited<ReturnType<typeof lockRoleGroup>>>
/** Does a change. @returns what the audit says of it; undefined when nothing was to be changed */
type Work = (trx: Db, group: LockedGroup) => Promise<JsonObject | undefined>

const managerMissing = conflict({ role_groups_manager_id_fkey: 'user_not_found' })
const userMissing = conflict({
  role_group_members_user_id_fkey: 'user_not_found',
  role_group_readers_user_id_fkey: 'user_not_found',
})
/** Refusals of somebody who tried to do what they may not. */
const attempts: ReadonlySet<FailureKind> = new Set([
  'not_role_group_manager',
  'role_not_held',
  'last_super_administrator',
])

/**
 * Changes of role groups, one at a time for each: the row of the group is the lock. Seven statements at most, whatever the number
 * of people; five when nothing is to be changed. All throw Failure role_group_not_found.
 */
export class RoleGroupChanges {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** Changes what is given. @throws Failure not_role_group_manager, field_invalid */
  async update(by: Administrator, id: string, { displayName, description }: RoleGroupTexts): Promise<RoleGroup> {
    judgeTexts({ displayName, description })
    return this.#change(by, id, 'changed', async (trx, group) => {
      mayChange(by, group)
      return set(trx, group, { displayName, description })
    })
  }

  /** Hands a group to another manager; the contract lets super administrators alone. @throws Failure user_not_found */
  setManager(by: Administrator, id: string, manager: string): Promise<RoleGroup> {
    const managerId = manager.toLowerCase()
    return this.#change(by, id, 'manager_set', (trx, group) => set(trx, group, { managerId }).catch(managerMissing))
  }

  /** Puts all of these users in, or nobody. @throws Failure not_role_group_manager, role_not_held, user_not_found */
  addMembers(by: Administrator, id: string, userIds: readonly string[]): Promise<RoleGroup> {
    return this.#change(by, id, 'members_added', async (trx, group) => {
      mayChangeMembers(by, group)
      const added = await add(trx, 'role_group_members', id, userIds)
      mayHaveAdded(by, added)
      return added.length > 0 ? { added } : undefined
    })
  }

  /**
   * Takes users out. One statement more for super administrators.
   * @throws Failure not_role_group_manager, last_super_administrator
   */
  removeMembers(by: Administrator, id: string, userIds: readonly string[]): Promise<RoleGroup> {
    return this.#change(by, id, 'members_removed', async (trx, group) => {
      mayChangeMembers(by, group)
      const removed = await deletePeople(trx, 'role_group_members', id, userIds)
      if (removed.length === 0) return undefined
      if (group.name === superAdministrator && !(await hasActiveMember(trx, id))) refuse('last_super_administrator')
      return { removed }
    })
  }

  /** Lets all of these users read a group, or nobody. @throws Failure not_role_group_manager, user_not_found */
  addReaders(by: Administrator, id: string, userIds: readonly string[]): Promise<RoleGroup> {
    return this.#change(by, id, 'readers_added', async (trx, group) => {
      mayChange(by, group)
      const added = await add(trx, 'role_group_readers', id, userIds)
      return added.length > 0 ? { added } : undefined
    })
  }

  /** Takes that from users. @throws Failure not_role_group_manager */
  removeReaders(by: Administrator, id: string, userIds: readonly string[]): Promise<RoleGroup> {
    return this.#change(by, id, 'readers_removed', async (trx, group) => {
      mayChange(by, group)
      const removed = await deletePeople(trx, 'role_group_readers', id, userIds)
      return removed.length > 0 ? { removed } : undefined
    })
  }

  async #change(by: Administrator, id: string, what: string, work: Work): Promise<RoleGroup> {
    const subject = { type: 'role_group', id: id.toLowerCase() } as const
    try {
      return await transact(this.#db, async (trx) => {
        const group = (await lockRoleGroup(trx, id)) ?? refuse('role_group_not_found')
        const details = await work(trx, group)
        if (details) await saveAuditEvent(trx, by, `role_group.${what}`, subject, details)
        return (await findRoleGroup(trx, id)) ?? refuse('role_group_not_found')
      })
    } catch (error) {
      // The transaction is over, with all that was tried in it; that it was tried is kept.
      if (error instanceof Failure && attempts.has(error.kind)) {
        const details = { attempt: what, reason: error.kind }
        await saveAuditEvent(this.#db, by, 'role_group.change_refused', subject, details)
      }
      throw error
    }
  }
}

/** Changes columns of a group. @returns what they were and are */
async function set(trx: Db, group: LockedGroup, change: RoleGroupTexts & { readonly managerId?: string }) {
  const { before, after } = difference(group, change)
  if (Object.keys(after).length === 0) return undefined
  await updateRoleGroup(trx, group.id, after)
  return { before, after }
}

function add(trx: Db, table: PeopleTable, id: string, userIds: readonly string[]): Promise<string[]> {
  return insertPeople(trx, table, id, userIds).catch(userMissing)
}
