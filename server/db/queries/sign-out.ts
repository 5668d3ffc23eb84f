import type { Db } from '../schema.ts'
import { revokeCodes } from './verification-codes.ts'

/** Ends every session of a user and everything that was given out in their name, open codes too. Three statements. */
export async function signOutUser(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('sessions').where('userId', '=', userId).execute()
  await db.deleteFrom('engineState').where('userId', '=', userId).execute()
  await revokeCodes(db, userId)
}
