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
