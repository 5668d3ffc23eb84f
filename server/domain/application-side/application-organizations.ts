import { v7 as newId } from 'uuid'
import {
  type ApplicationOrganization,
  deleteApplicationOrganization,
  findApplicationOrganization,
  insertApplicationOrganization,
  listApplicationOrganizations,
  standsBelow,
  updateApplicationOrganization,
} from '../../db/queries/application-organizations.ts'
import { findApplicationSide, lockApplicationSide } from '../../db/queries/application-sides.ts'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import { conflict } from '../conflict.ts'
import { difference } from '../difference.ts'
import { refuse } from '../failure.ts'
import { judgeField } from '../field.ts'
import { isGuid } from '../guid.ts'
import { type Listed, PageEnds, type Slice } from '../paging.ts'
import { isName } from '../text/lines.ts'
import { type ApplicationActor, ownId, withOrganizations } from './own-side.ts'

export type { ApplicationOrganization } from '../../db/queries/application-organizations.ts'

/** A new organization of an application; a root without a parent. */
export interface NewApplicationOrganization {
  readonly code: string
  readonly name: string
  readonly parentId?: string | undefined
}

/** What of an organization changes; what is left out stays. */
export type ApplicationOrganizationEdit = Partial<Pick<NewApplicationOrganization, 'name' | 'parentId'>>

const refused = conflict({
  application_organizations_code: 'application_organization_code_taken',
  application_organizations_parent: 'application_organization_parent_not_found',
  application_organizations_application: 'application_not_found',
})
const inUse = conflict({
  application_organizations_parent: 'application_organization_not_deletable',
  application_accounts_organization: 'application_organization_not_deletable',
})

/**
 * The organizations that an application has of its own, a tree for each. All throw Failure application_not_found when it is not
 * the caller's, and application_organization_disabled when it has none.
 */
export class ApplicationOrganizations {
  readonly #db: Db
  readonly #ends = new PageEnds<string>()

  constructor(db: Db) {
    this.#db = db
  }

  /** One of them. Two statements. @throws Failure application_organization_not_found */
  async get(by: ApplicationActor, applicationId: string, id: string): Promise<ApplicationOrganization> {
    const own = ownId(by, applicationId)
    withOrganizations(await findApplicationSide(this.#db, own))
    return find(this.#db, own, id)
  }

  /** All of them, the oldest first. Two statements, three for a page without rows. */
  async list(by: ApplicationActor, applicationId: string, slice: Slice): Promise<Listed<ApplicationOrganization>> {
    const own = ownId(by, applicationId)
    withOrganizations(await findApplicationSide(this.#db, own))
    return this.#ends.read(own, slice, (rows, after) => listApplicationOrganizations(this.#db, own, rows, after))
  }

  /**
   * Adds one. Five statements.
   * @returns its id
   * @throws Failure application_organization_code_taken, application_organization_parent_not_found, field_invalid
   */
  create(by: ApplicationActor, applicationId: string, organization: NewApplicationOrganization): Promise<string> {
    const own = ownId(by, applicationId)
    judgeField('/name', organization.name, isName, 'must be a name that can be seen')
    return transact(this.#db, async (trx) => {
      withOrganizations(await findApplicationSide(trx, own))
      const parentId = organization.parentId === undefined ? null : parent(organization.parentId)
      const id = newId()
      await insertApplicationOrganization(trx, { ...organization, parentId, id, applicationId: own }).catch(refused)
      await saveAuditEvent(trx, by, 'application_organization.created', { type: 'application_organization', id })
      return id
    })
  }

  /**
   * Renames one, or moves it with all below it. Seven statements at most.
   * @throws Failure application_organization_not_found, application_organization_parent_not_found,
   * application_organization_own_parent, field_invalid
   */
  async update(
    by: ApplicationActor,
    applicationId: string,
    id: string,
    edit: ApplicationOrganizationEdit,
  ): Promise<void> {
    const own = ownId(by, applicationId)
    judgeField('/name', edit.name, isName, 'must be a name that can be seen')
    await transact(this.#db, async (trx) => {
      withOrganizations(await lockApplicationSide(trx, own))
      const organization = await find(trx, own, id)
      const parentId = edit.parentId === undefined ? undefined : parent(edit.parentId)
      const { before, after } = difference(organization, { name: edit.name, parentId })
      if (Object.keys(after).length === 0) return
      if (after.parentId && (await standsBelow(trx, own, { id: organization.id, parentId: after.parentId }))) {
        refuse('application_organization_own_parent')
      }
      await updateApplicationOrganization(trx, own, organization.id, after).catch(refused)
      const subject = { type: 'application_organization', id: organization.id } as const
      await saveAuditEvent(trx, by, 'application_organization.changed', subject, { before, after })
    })
  }

  /**
   * Removes one that has nothing below it, and no accounts. Five statements.
   * @throws Failure application_organization_not_found, application_organization_not_deletable
   */
  async delete(by: ApplicationActor, applicationId: string, id: string): Promise<void> {
    const own = ownId(by, applicationId)
    await transact(this.#db, async (trx) => {
      withOrganizations(await findApplicationSide(trx, own))
      const deleted = isGuid(id) && (await deleteApplicationOrganization(trx, own, id).catch(inUse))
      if (!deleted) refuse('application_organization_not_found')
      const subject = { type: 'application_organization', id: id.toLowerCase() } as const
      await saveAuditEvent(trx, by, 'application_organization.deleted', subject)
    })
  }
}

async function find(db: Db, applicationId: string, id: string): Promise<ApplicationOrganization> {
  const found = isGuid(id) && (await findApplicationOrganization(db, applicationId, id))
  return found || refuse('application_organization_not_found')
}

/** What cannot be one of our ids is nobody's. */
function parent(id: string): string {
  return isGuid(id) ? id.toLowerCase() : refuse('application_organization_parent_not_found')
}
