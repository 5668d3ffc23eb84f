import { findFirstRoot, findOrganizationsByCodes } from '../../db/queries/organizations.ts'
import type { Db, NewRow, RelationType } from '../../db/schema.ts'
import { refuse } from '../failure.ts'
import { canonicalName } from '../text/names.ts'

/** Where a user is put: a primary organization and others, by their codes. An empty code is none. */
export interface Placement {
  readonly primaryCode?: string | undefined
  readonly relations?: readonly { readonly code: string; readonly relationType: RelationType }[] | undefined
}

/** A membership of a user who is not known yet. */
export type Place = Pick<NewRow<'memberships'>, 'organizationId'> & {
  readonly isPrimary: boolean
  readonly relationType: RelationType
}

/**
 * The memberships that a placement means. A list of relations holds the primary organization (U1): the one whose code is given,
 * else the one to which the user belongs. Without anything it is the first root. One statement.
 * @throws Failure organization_not_found, or list_invalid when the list names one twice, belongs to several or lacks the primary
 */
export async function placesOf(db: Db, { primaryCode, relations = [] }: Placement): Promise<Place[]> {
  const belonging = relations.filter(({ relationType }) => relationType === 'belonging')
  const code = primaryCode || belonging[0]?.code
  if (code === undefined && relations.length > 0) refuse('list_invalid')
  if (code === undefined) {
    const root = await findFirstRoot(db)
    return root ? [{ organizationId: root.id, isPrimary: true, relationType: 'belonging' }] : []
  }
  const wanted = relations.length > 0 ? relations : [{ code, relationType: 'belonging' as const }]
  const keys = wanted.map((relation) => canonicalName(relation.code))
  const primary = canonicalName(code)
  if (belonging.length > 1 || new Set(keys).size < keys.length || !keys.includes(primary)) refuse('list_invalid')
  const found = await findOrganizationsByCodes(db, [...new Set(keys)])
  const ids = new Map(found.map((organization) => [canonicalName(organization.code), organization.id]))
  return wanted.map(({ relationType }, index) => ({
    organizationId: ids.get(keys[index] ?? '') ?? refuse('organization_not_found'),
    isPrimary: keys[index] === primary,
    relationType,
  }))
}
