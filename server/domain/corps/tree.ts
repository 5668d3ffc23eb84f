import { v7 as newId } from 'uuid'
import type { PlacedOrganization, StoredDepartment } from '../../db/queries/corp-directory.ts'
import { canonicalName } from '../text/names.ts'
import { type Department, rootDepartment } from './directory.ts'

/** What has to be done so that the tree is as the provider's departments are. */
export interface TreePlan {
  readonly added: readonly (PlacedOrganization & { readonly code: string })[]
  /** Those with another parent, name or place than before. */
  readonly changed: readonly PlacedOrganization[]
  readonly removed: readonly string[]
  /** Departments that are new, or have another parent at the provider. */
  readonly known: readonly Pick<StoredDepartment, 'externalId' | 'parentExternalId' | 'organizationId'>[]
}

interface Child extends Omit<PlacedOrganization, 'parentId'> {
  readonly parentId: string | null
}

/** Longest name of an organization. */
const longestName = 200
/** The provider shows the largest order first, the tree the smallest position. */
const largestPosition = 2 ** 31 - 1

/**
 * Compares an enterprise's departments with the tree. A department whose parent is not known hangs right below the enterprise: an
 * application may see a part of the tree alone. What somebody has made below a department that goes away moves up to the
 * enterprise. Names that are one to us, though not to the provider, are told apart by the department's number.
 * @param local what hangs in the tree right below the enterprise or one of its departments without being one
 */
export function planTree(
  corpId: string,
  stored: readonly StoredDepartment[],
  local: readonly Child[],
  departments: ReadonlyMap<string, Department>,
): TreePlan {
  const before = new Map(stored.map((department) => [department.externalId, department]))
  const removed = stored.filter(({ externalId }) => !departments.has(externalId))
  const removedIds = new Set(removed.map(({ organizationId }) => organizationId))
  const organizationOf = new Map([[rootDepartment, corpId]])
  for (const id of departments.keys()) organizationOf.set(id, before.get(id)?.organizationId ?? newId())

  const names = new Names()
  const [orphans, settled] = partition(local, ({ parentId }) => parentId !== null && removedIds.has(parentId))
  for (const { parentId, name } of settled) names.take(parentId ?? '', name)

  const added: TreePlan['added'][number][] = []
  const changed: PlacedOrganization[] = []
  const known: TreePlan['known'][number][] = []
  for (const department of [...departments.values()].sort((a, b) => Number(a.id) - Number(b.id))) {
    const was = before.get(department.id)
    const id = organizationOf.get(department.id) ?? newId()
    const parentId = organizationOf.get(department.parentId) ?? corpId
    const name = names.take(parentId, department.name.trim().slice(0, longestName) || department.id, department.id)
    const position = positionOf(department.order) ?? was?.position ?? largestPosition
    const placed = { id, parentId, name, position }
    if (!was) added.push({ ...placed, code: `${corpId}-${department.id}` })
    else if (was.parentId !== parentId || was.name !== name || was.position !== position) changed.push(placed)
    if (was?.parentExternalId !== department.parentId) {
      known.push({ externalId: department.id, parentExternalId: department.parentId, organizationId: id })
    }
  }
  for (const { id, name, position } of orphans) {
    changed.push({ id, parentId: corpId, name: names.take(corpId, name, id), position })
  }
  return { added, changed, removed: [...removedIds], known }
}

function positionOf(order: number | undefined): number | undefined {
  return order === undefined ? undefined : Math.min(largestPosition, Math.max(0, largestPosition - Math.floor(order)))
}

function partition<T>(all: readonly T[], belongs: (one: T) => boolean): [yes: T[], no: T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))]
}

/** The names that are taken below each parent. */
class Names {
  readonly #taken = new Map<string, Set<string>>()

  /** Takes a name, or one that is told apart by a number where it is taken. */
  take(parentId: string, name: string, number = ''): string {
    const taken = this.#taken.get(parentId) ?? new Set()
    this.#taken.set(parentId, taken)
    const candidates = [name, `${name.slice(0, longestName - number.length - 3)} (${number})`, number]
    const free = candidates.find((candidate) => !taken.has(canonicalName(candidate))) ?? newId()
    taken.add(canonicalName(free))
    return free
  }
}
