import { v7 as newId } from 'uuid'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import { insertMemberships } from '../../db/queries/memberships.ts'
import {
  findFirstRoot,
  findOrganization,
  findOrganizationsByCodes,
  insertOrganization,
  type Organization,
} from '../../db/queries/organizations.ts'
import type { Db, NewRow, OrganizationType, RelationType } from '../../db/schema.ts'
import type { Actor } from '../actor.ts'
import { conflict } from '../conflict.ts'
import { refuse } from '../failure.ts'
import { isGuid } from '../guid.ts'
import { canonicalName } from '../text/names.ts'

/** Where a user is put: a primary organization and others, by their codes. An empty code is none. */
export interface Placement {
  readonly primaryCode?: string | undefined
  readonly relations?: readonly { readonly code: string; readonly relationType: RelationType }[] | undefined
}

/** A membership of a user who is not known yet. */
export type Place = Omit<NewRow<'memberships'>, 'userId' | 'createdAt'>

/** A new organization; a root without a parent. */
export interface NewOrganization {
  readonly code: string
  readonly name: string
  readonly type?: OrganizationType | undefined
  readonly parentId?: string | undefined
}

const refused = conflict({
  organizations_code: 'organization_code_taken',
  organizations_name: 'organization_name_taken',
  organizations_parent_id_fkey: 'parent_organization_not_found',
})

/** The tree of organizations. */
export class Organizations {
  readonly #db: Db

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
   * @throws Failure organization_code_taken, organization_name_taken, parent_organization_not_found
   */
  create(by: Actor, organization: NewOrganization): Promise<Organization> {
    return this.#db.transaction().execute(async (trx) => {
      const created = await insertOrganization(trx, { id: newId(), ...organization }).catch(refused)
      await saveAuditEvent(trx, by, 'organization.created', { type: 'organization', id: created.id })
      return created
    })
  }

  /** Gives a user who has no primary organization this one. Four statements, three when there is nothing to do. */
  async settle(by: Actor, userId: string, organizationId: string): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      const added = await insertMemberships(trx, [
        { userId, organizationId, isPrimary: true, relationType: 'belonging' },
      ])
      if (added === 0) return
      await saveAuditEvent(trx, by, 'user.changed', { type: 'user', id: userId }, { changed: ['organizations'] })
    })
  }

  /**
   * The memberships that a placement means. A list of relations holds the primary organization (U1): the one whose code is given,
   * else the one to which the user belongs. Without anything it is the first root. One statement.
   * @throws Failure organization_not_found, or list_invalid when the list names one twice, belongs to several or lacks the primary
   */
  async place({ primaryCode, relations = [] }: Placement): Promise<Place[]> {
    const belonging = relations.filter(({ relationType }) => relationType === 'belonging')
    const code = primaryCode || belonging[0]?.code
    if (code === undefined && relations.length > 0) refuse('list_invalid')
    if (code === undefined) {
      const root = await findFirstRoot(this.#db)
      return root ? [{ organizationId: root.id, isPrimary: true, relationType: 'belonging' }] : []
    }
    const wanted = relations.length > 0 ? relations : [{ code, relationType: 'belonging' as const }]
    const keys = wanted.map((relation) => canonicalName(relation.code))
    const primary = canonicalName(code)
    if (belonging.length > 1 || new Set(keys).size < keys.length || !keys.includes(primary)) refuse('list_invalid')
    const found = await findOrganizationsByCodes(this.#db, [...new Set(keys)])
    const ids = new Map(found.map((organization) => [canonicalName(organization.code), organization.id]))
    return wanted.map(({ relationType }, index) => ({
      organizationId: ids.get(keys[index] ?? '') ?? refuse('organization_not_found'),
      isPrimary: keys[index] === primary,
      relationType,
    }))
  }
}
