import { v7 as newId } from 'uuid'
import {
  deleteRoleMembers,
  insertRoleMembers,
  listRoleMembers,
  type MemberChange,
  type RoleMembers,
} from '../../db/queries/application-role-members.ts'
import {
  type ApplicationRole,
  deleteApplicationRole,
  findApplicationRole,
  holdApplicationRole,
  insertApplicationRole,
  listApplicationRoles,
  renameApplicationRole,
} from '../../db/queries/application-roles.ts'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import { conflict } from '../conflict.ts'
import { refuse } from '../failure.ts'
import { judgeField } from '../field.ts'
import { isGuid } from '../guid.ts'
import { type Listed, PageEnds, type Slice } from '../paging.ts'
import { isName } from '../text/lines.ts'
import type { ApplicationAccount } from './application-accounts.ts'
import { type ApplicationActor, ownId } from './own-side.ts'

export type { ApplicationRole } from '../../db/queries/application-roles.ts'

/** For which accounts a change came true, and for which not, in the order and spelling in which they were given. */
export interface MembersResult {
  readonly succeeded: readonly string[]
  readonly failed: readonly string[]
}

const refused = conflict({
  application_roles_code: 'application_role_code_taken',
  application_roles_application: 'application_not_found',
})

/**
 * The roles that an application has of its own, and the accounts that have them. All throw Failure application_not_found when the
 * application is not the caller's; all but `list` and `create` application_role_not_found.
 */
export class ApplicationRoles {
  readonly #db: Db
  readonly #ends = new PageEnds<string>()

  constructor(db: Db) {
    this.#db = db
  }

  /** One of them. One statement. */
  async get(by: ApplicationActor, applicationId: string, id: string): Promise<ApplicationRole> {
    const own = ownId(by, applicationId)
    return (isGuid(id) && (await findApplicationRole(this.#db, own, id))) || refuse('application_role_not_found')
  }

  /** All of them, the oldest first. One statement, two for a page without rows. */
  async list(by: ApplicationActor, applicationId: string, slice: Slice): Promise<Listed<ApplicationRole>> {
    const own = ownId(by, applicationId)
    return this.#ends.read(own, slice, (rows, after) => listApplicationRoles(this.#db, own, rows, after))
  }

  /**
   * Adds one, named as its code unless told otherwise. Four statements.
   * @returns its id
   * @throws Failure application_role_code_taken, field_invalid
   */
  async create(by: ApplicationActor, applicationId: string, code: string, name = code): Promise<string> {
    const own = ownId(by, applicationId)
    judgeField('/code', code, isName, 'must be a code that can be seen')
    judgeField('/name', name, isName, 'must be a name that can be seen')
    return transact(this.#db, async (trx) => {
      const id = newId()
      await insertApplicationRole(trx, { applicationId: own, id, code, name }).catch(refused)
      await saveAuditEvent(trx, by, 'application_role.created', { type: 'application_role', id })
      return id
    })
  }

  /** Gives one another name. Four statements. @throws Failure field_invalid */
  async rename(by: ApplicationActor, applicationId: string, id: string, name: string): Promise<void> {
    judgeField('/name', name, isName, 'must be a name that can be seen')
    await this.#change(by, applicationId, id, 'changed', (trx, own) => renameApplicationRole(trx, own, id, name))
  }

  /** Removes one, also from the accounts that have it. Four statements. */
  async delete(by: ApplicationActor, applicationId: string, id: string): Promise<void> {
    await this.#change(by, applicationId, id, 'deleted', (trx, own) => deleteApplicationRole(trx, own, id))
  }

  /** The accounts that have a role, the oldest first. Two statements, three for a page without rows. */
  async listMembers(
    by: ApplicationActor,
    applicationId: string,
    id: string,
    slice: Slice,
  ): Promise<Listed<ApplicationAccount>> {
    const role = await this.get(by, applicationId, id)
    const members = { applicationId: by.applicationId, roleId: role.id }
    const list = `${members.applicationId} ${role.id}`
    return this.#ends.read(list, slice, (rows, after) => listRoleMembers(this.#db, members, rows, after))
  }

  /** Gives accounts a role; whoever has it already succeeds. Five statements at most, whatever their number. */
  addMembers(by: ApplicationActor, applicationId: string, id: string, accountIds: readonly string[]) {
    return this.#changeMembers(by, applicationId, id, accountIds, 'members_added', insertRoleMembers)
  }

  /** Takes a role from accounts; whoever does not have it succeeds. Five statements at most, whatever their number. */
  removeMembers(by: ApplicationActor, applicationId: string, id: string, accountIds: readonly string[]) {
    return this.#changeMembers(by, applicationId, id, accountIds, 'members_removed', deleteRoleMembers)
  }

  async #change(
    by: ApplicationActor,
    applicationId: string,
    id: string,
    what: string,
    work: (trx: Db, own: string) => Promise<boolean>,
  ): Promise<void> {
    const own = ownId(by, applicationId)
    await transact(this.#db, async (trx) => {
      if (!isGuid(id) || !(await work(trx, own))) refuse('application_role_not_found')
      await saveAuditEvent(trx, by, `application_role.${what}`, { type: 'application_role', id: id.toLowerCase() })
    })
  }

  async #changeMembers(
    by: ApplicationActor,
    applicationId: string,
    id: string,
    accountIds: readonly string[],
    what: string,
    work: (trx: Db, members: RoleMembers) => Promise<MemberChange[]>,
  ): Promise<MembersResult> {
    const own = ownId(by, applicationId)
    const given = [...new Set(accountIds)]
    const roleId = id.toLowerCase()
    return transact(this.#db, async (trx) => {
      if (!isGuid(id) || !(await holdApplicationRole(trx, own, roleId))) refuse('application_role_not_found')
      const changes = await work(trx, { applicationId: own, roleId, accountIds: given.filter(isGuid) })
      const changed = changes.flatMap((change) => (change.changed ? [change.id] : []))
      if (changed.length > 0) {
        const subject = { type: 'application_role', id: roleId } as const
        await saveAuditEvent(trx, by, `application_role.${what}`, subject, { accounts: changed })
      }
      const known = new Set(changes.map((change) => change.id))
      const isKnown = (account: string) => known.has(account.toLowerCase())
      return { succeeded: given.filter(isKnown), failed: given.filter((account) => !isKnown(account)) }
    })
  }
}
