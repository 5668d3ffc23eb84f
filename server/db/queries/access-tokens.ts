import { inSeconds } from '../moments.ts'
import type { Db } from '../schema.ts'

/** Remembers a revoked token for so many seconds. One statement. */
export async function saveRevokedAccessToken(db: Db, tokenHash: Buffer, seconds: number): Promise<void> {
  await db
    .insertInto('revokedAccessTokens')
    .values({ tokenHash, expiresAt: inSeconds(seconds) })
    .onConflict((conflict) => conflict.column('tokenHash').doNothing())
    .execute()
}
