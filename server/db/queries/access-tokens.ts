import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Remembers a revoked token until it would have expired. One statement. */
export async function saveRevokedAccessToken(db: Db, tokenHash: Buffer, expiresAt: Date): Promise<void> {
  await db
    .insertInto('revokedAccessTokens')
    .values({ tokenHash, expiresAt })
    .onConflict((conflict) => conflict.column('tokenHash').doNothing())
    .execute()
}

/**
 * Whether a signed, unexpired access token still holds: it was not revoked, its grant stands and its user may
 * sign in. One statement.
 * @param grantHash undefined for a client's own token, which has neither grant nor user
 */
export async function accessTokenStands(
  db: Db,
  { tokenHash, grantHash, userId }: { tokenHash: Buffer; grantHash: Buffer | undefined; userId: string | undefined },
): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`
    select not exists (select from revoked_access_tokens where token_hash = ${tokenHash})
      and (${grantHash === undefined} or exists (
        select from engine_state where model = 'Grant' and id_hash = ${grantHash ?? null} and expires_at > now()))
      and (${userId === undefined} or exists (
        select from users where id = ${userId ?? null}::uuid and account_state = 'Normal')) as stands`.execute(db)
  return rows[0]?.stands === true
}
