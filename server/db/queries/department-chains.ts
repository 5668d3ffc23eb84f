import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** The organizations from an enterprise, or the top of the tree, to one that a user is in. */
export interface DepartmentChain {
  readonly ids: readonly string[]
  readonly names: readonly string[]
  readonly isPrimary: boolean
  /** Whether an organization on the way is above itself. */
  readonly isCircular: boolean
}

/**
 * The chains of a user, the primary one first. Reading upwards ends at the nearest company, at the top, or where a circle closes.
 * One statement.
 * @returns undefined when there is no such user
 */
export async function findDepartmentChains(
  db: Db,
  userId: string,
  limit: number,
): Promise<readonly DepartmentChain[] | undefined> {
  const { rows } = await sql<{ found: boolean; chains: DepartmentChain[] }>`
    with recursive places as (
      select organization_id, is_primary, created_at from memberships where user_id = ${userId}::uuid
      order by is_primary desc, created_at, organization_id limit ${limit}
    ), up as (
      select place.organization_id as leaf, node.id, node.parent_id, node.name, node.type, 0 as height
      from places place join organizations node on node.id = place.organization_id
      union all
      select up.leaf, node.id, node.parent_id, node.name, node.type, up.height + 1
      from up join organizations node on node.id = up.parent_id
      where up.type <> 'company'
    ) cycle id set is_circle using path,
    chains as (
      select leaf, array_agg(id::text order by height desc) filter (where not is_circle) as ids,
        array_agg(name order by height desc) filter (where not is_circle) as names, bool_or(is_circle) as is_circular
      from up group by leaf
    )
    select exists (select from users where id = ${userId}::uuid) as found, coalesce((
      select json_agg(json_build_object('ids', ids, 'names', names, 'isPrimary', is_primary, 'isCircular', is_circular)
        order by is_primary desc, created_at, leaf)
      from chains join places on organization_id = leaf), '[]') as chains`.execute(db)
  const [user] = rows
  return user?.found ? user.chains : undefined
}
