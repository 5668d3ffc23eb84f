import type { Db } from '../schema.ts'

/** Remembers a revoked token until it would have expired. One statement. */
export async function saveRevokedAccessToken(db: Db, tokenHash: Buffer, expiresAt: Date): Promise<void> {
  await db
    .insertInto('revokedAccessTokens')
    .values({ tokenHash, expiresAt })
    .onConflict((conflict) => conflict.column('tokenHash').doNothing())
    .execute()
}
