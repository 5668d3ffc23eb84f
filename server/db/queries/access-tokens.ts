import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Remembers a revoked token for so many seconds. One statement. */
export async function saveRevokedAccessToken(db: Db, tokenHash: Buffer, seconds: number): Promise<void> {
  const expiresAt = sql<Date>`now() + make_interval(secs => ${seconds})`
  await db
    .insertInto('revokedAccessTokens')
    .values({ tokenHash, expiresAt })
    .onConflict((conflict) => conflict.column('tokenHash').doNothing())
    .execute()
}
