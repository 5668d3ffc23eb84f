import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { deletionOf } from './engine-state.ts'
import { revokeCodes } from './verification-codes.ts'

/** Ends every session of a user and everything that was given out in their name, open codes too. Three statements. */
export function signOutUser(db: Db, userId: string): Promise<void> {
  return signOutUsers(db, [userId])
}

/** The same for many; the list is one parameter. Three statements. */
export async function signOutUsers(db: Db, userIds: readonly string[]): Promise<void> {
  await db.deleteFrom('sessions').where(sql<boolean>`user_id = any(${userIds})`).execute()
  await deletionOf(sql`where user_id = any(${userIds})`).execute(db)
  await revokeCodes(db, userIds)
}
