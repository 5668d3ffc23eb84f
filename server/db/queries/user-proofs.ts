import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/**
 * Remembers that the number or address of a user is theirs. One statement.
 * @returns whether that was not known before
 */
export async function markProven(db: Db, id: string, proof: 'phoneVerified' | 'emailVerified'): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('users')
    .set({ [proof]: true, updatedAt: sql`now()` })
    .where('id', '=', id)
    .where(proof, '=', false)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
