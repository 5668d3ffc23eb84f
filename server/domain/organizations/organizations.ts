import { v7 as newId } from 'uuid'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import { lockCorps } from '../../db/queries/corps.ts'
import { insertMemberships } from '../../db/queries/memberships.ts'
import {
  type ListedOrganization,
  listOrganizations,
  listSubtree,
  type OrganizationScope,
} from '../../db/queries/organization-lists.ts'
import {
  deleteOrganization,
  findOrganization,
  findOrganizationsByCodes,
  insertOrganization,
  isWithin,
  lockOrganization,
  lockOrganizationTree,
  type Organization,
  updateOrganization,
} from '../../db/queries/organizations.ts'
import type { Db, OrganizationType } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { conflict } from '../conflict.ts'
import { difference } from '../difference.ts'
import { refuse } from '../failure.ts'
import { isGuid } from '../guid.ts'
import { type Listed, PageEnds, type Slice } from '../paging.ts'
import { isName } from '../text/lines.ts'

export type { ListedOrganization } from '../../db/queries/organization-lists.ts'

/** A new organization; a root without a parent. */
export interface NewOrganization {
  readonly code: string
  readonly name: string
  readonly type?: OrganizationType | undefined
  readonly parentId?: string | undefined
}

/** What of an organization is changed; what is left out stays as it is. */
export interface OrganizationChange {
  readonly code?: string | undefined
  readonly name?: string | undefined
  readonly type?: OrganizationType | undefined
  readonly parentId?: string | undefined
}

const refused = conflict({
  organizations_code: 'organization_code_taken',
  organizations_name: 'organization_name_taken',
  organizations_parent_id_fkey: 'parent_organization_not_found',
})
const inUse = conflict({
  organizations_parent_id_fkey: 'organization_has_children',
  memberships_organization_id_fkey: 'organization_has_users',
})

/** The tree of organizations. */
export class Organizations {
  readonly #db: Db
  readonly #ends = new PageEnds()

  constructor(db: Db) {
    this.#db = db
  }

  /** The organization with that id. One statement. @throws Failure organization_not_found */
  async get(id: string): Promise<Organization> {
    return (isGuid(id) && (await findOrganization(this.#db, id))) || refuse('organization_not_found')
  }

  /** The organization with that code. One statement. */
  async findByCode(code: string): Promise<Organization | undefined> {
    const [found] = await findOrganizationsByCodes(this.#db, [code])
    return found
  }

  /**
   * Adds an organization. Four statements.
   * @throws Failure organization_code_taken, organization_name_taken, organization_name_missing, parent_organization_not_found
   */
  async create(by: Actor, { parentId, ...organization }: NewOrganization): Promise<Organization> {
    judgeName(organization.name)
    const row = { id: newId(), ...organization, parentId: parentId === undefined ? null : parentOf(parentId) }
    return transact(this.#db, async (trx) => {
      const created = await insertOrganization(trx, row).catch(refused)
      await saveAuditEvent(trx, by, 'organization.created', { type: 'organization', id: created.id })
      return created
    })
  }

  /** Gives a user who has no primary organization this one. Four statements, three when there is nothing to do. */
  async settle(by: Actor, userId: string, organizationId: string): Promise<void> {
    await transact(this.#db, async (trx) => {
      const added = await insertMemberships(trx, [
        { userId, organizationId, isPrimary: true, relationType: 'belonging' },
      ])
      if (added === 0) return
      await saveAuditEvent(trx, by, 'user.changed', { type: 'user', id: userId }, { changed: ['organizations'] })
    })
  }

  /**
   * Changes what is given of an organization; with another parent it moves, and everything below it too. Five statements, seven for a
   * move, whatever is below.
   * @throws Failure organization_not_found, parent_organization_not_found, organization_below_itself, organization_code_taken,
   * organization_name_taken, organization_name_missing, organization_kept_by_provider
   */
  async change(by: Actor, id: string, change: OrganizationChange): Promise<void> {
    judgeName(change.name)
    const parentId = change.parentId === undefined ? undefined : parentOf(change.parentId)
    await transact(this.#db, async (trx) => {
      if (parentId !== undefined) await lockOrganizationTree(trx)
      const held = (isGuid(id) && (await lockOrganization(trx, id, 'change'))) || refuse('organization_not_found')
      const { before, after } = difference(held, { ...change, parentId })
      if (Object.keys(after).length === 0) return
      if (after.parentId !== undefined) {
        if (held.isProvided) refuse('organization_kept_by_provider')
        if (await isWithin(trx, after.parentId, held.id)) refuse('organization_below_itself')
      }
      await updateOrganization(trx, held.id, after).catch(refused)
      await saveAuditEvent(trx, by, 'organization.changed', { type: 'organization', id: held.id }, { before, after })
    })
  }

  /**
   * Deletes an organization that nothing and nobody is in. Six statements.
   * @throws Failure organization_not_found, organization_has_children, organization_has_users, organization_kept_by_provider
   */
  async remove(by: Actor, id: string): Promise<void> {
    await transact(this.#db, async (trx) => {
      // Whoever links an enterprise to a provider holds this until it is linked.
      await lockCorps(trx)
      const held = (isGuid(id) && (await lockOrganization(trx, id, 'deletion'))) || refuse('organization_not_found')
      if (held.isProvided || held.isLinked) refuse('organization_kept_by_provider')
      await deleteOrganization(trx, held.id).catch(inUse)
      const before = { code: held.code, name: held.name, parentId: held.parentId }
      await saveAuditEvent(trx, by, 'organization.deleted', { type: 'organization', id: held.id }, { before })
    })
  }

  /**
   * Organizations, the oldest first: all or the roots; or one, and behind it all below it or those right below it (O5). One
   * statement, two for those right below one; one more for a page without rows.
   * @throws Failure organization_not_found
   */
  async list(from: string | undefined, deep: boolean, slice: Slice): Promise<Listed<ListedOrganization>> {
    if (from === undefined) return this.#listScope(deep ? 'all' : 'roots', slice)
    if (!deep) return this.#listWithChildren(await this.get(from), slice)
    const listed = isGuid(from) ? await listSubtree(this.#db, from, slice) : undefined
    return listed && listed.total > 0 ? listed : refuse('organization_not_found')
  }

  /** The organization itself takes the first row. */
  async #listWithChildren(organization: Organization, { offset, limit }: Slice): Promise<Listed<ListedOrganization>> {
    const first = offset === 0
    const slice = first ? { offset, limit: limit - 1 } : { offset: offset - 1, limit }
    const { total, items } = await this.#listScope({ below: organization.id }, slice)
    return { total: total + 1, items: first ? [organization, ...items] : items }
  }

  #listScope(scope: OrganizationScope, slice: Slice): Promise<Listed<ListedOrganization>> {
    const list = `organizations ${JSON.stringify(scope)}`
    return this.#ends.read(list, slice, (rows, after) => listOrganizations(this.#db, scope, rows, after))
  }
}

/** @throws Failure organization_name_missing when nothing of it can be seen */
function judgeName(name: string | undefined): void {
  if (name !== undefined && !isName(name)) refuse('organization_name_missing')
}

/** @throws Failure parent_organization_not_found when it can be nobody's id */
function parentOf(id: string): string {
  return isGuid(id) ? id.toLowerCase() : refuse('parent_organization_not_found')
}
