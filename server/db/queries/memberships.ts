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
