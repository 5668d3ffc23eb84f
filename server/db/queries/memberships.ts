import { sql } from 'kysely'
import type { Db, NewRow } from '../schema.ts'

/**
 * Puts users into organizations; who is in, or has another primary one where this is to be it, stays as they are. One statement.
 * @returns how many memberships are new
 */
export async function insertMemberships(db: Db, memberships: readonly NewRow<'memberships'>[]): Promise<number> {
  const result = await db
    .insertInto('memberships')
    .values(memberships)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0n)
}

/** An organization that somebody is in, and since when. */
export interface UserOrganization {
  readonly name: string
  readonly createdAt: Date
}

/** The organizations of a person, by name. One statement. */
export function listUserOrganizations(db: Db, userId: string, limit: number): Promise<UserOrganization[]> {
  return db
    .selectFrom('memberships')
    .innerJoin('organizations', 'organizations.id', 'memberships.organizationId')
    .select(['organizations.name', 'memberships.createdAt'])
    .where('memberships.userId', '=', userId)
    .orderBy('organizations.name')
    .limit(limit)
    .execute()
}

/** An organization that a user is in. */
export type UserPlace = Pick<NewRow<'memberships'>, 'organizationId' | 'isPrimary' | 'relationType'>

/**
 * Puts a user, who is held, where these places say, the primary one among them. Of two primary organizations at once there is none,
 * so the former one goes first. Two statements.
 * @param others whether the user stays in others that were not primary
 * @returns how many memberships have come, gone or become different
 * @throws DatabaseError of a missing organization
 */
export async function placeUser(
  trx: Db,
  userId: string,
  places: readonly UserPlace[],
  others: 'stay' | 'go',
): Promise<number> {
  const ids = places.map(({ organizationId }) => organizationId)
  const primary = places.find(({ isPrimary }) => isPrimary)?.organizationId ?? null
  const { rows } = await sql<{ count: number }>`
    with gone as (
      delete from memberships
      where user_id = ${userId} and organization_id <> all(${ids}::uuid[]) and (is_primary or ${others === 'go'})
      returning organization_id
    ), demoted as (
      update memberships set is_primary = false
      where user_id = ${userId} and is_primary and organization_id = any(${ids}::uuid[])
        and organization_id is distinct from ${primary}::uuid
      returning organization_id
    )
    select (select count(*) from gone)::int + (select count(*) from demoted)::int as count`.execute(trx)
  const { numAffectedRows = 0n } = await sql`
    insert into memberships (user_id, organization_id, is_primary, relation_type)
    select ${userId}::uuid, organization_id, is_primary, relation_type
    from unnest(
      ${ids}::uuid[],
      ${places.map(({ isPrimary = false }) => isPrimary)}::boolean[],
      ${places.map(({ relationType = 'attached' }) => relationType)}::text[]
    ) as given (organization_id, is_primary, relation_type)
    on conflict (user_id, organization_id) do update
    set is_primary = excluded.is_primary, relation_type = excluded.relation_type
    where (memberships.is_primary, memberships.relation_type)
      is distinct from (excluded.is_primary, excluded.relation_type)`.execute(trx)
  return (rows[0]?.count ?? 0) + Number(numAffectedRows)
}
