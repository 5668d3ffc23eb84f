import { randomUUID } from 'node:crypto'
import { decodeJwt } from 'jose'
import { sha256 } from '../../server/crypto/hash.ts'
import { TokenSigner } from '../../server/crypto/token-signer.ts'
import { SigningKey } from '../../server/oidc/signing-key.ts'
import { personToken } from './api.ts'
import type { TestServer } from './server.ts'

/** The access token of a sign-in, and whose it is. */
export interface Minted {
  readonly userId: string
  readonly token: string
}

/**
 * New users with several sign-ins each, as if they had come one after the other: the same rows, the server's own key, and no
 * password to be hashed for each.
 */
export async function mintTokens(
  server: TestServer,
  scope: string,
  { users, signIns = 1 }: { users: number; signIns?: number },
): Promise<Minted[]> {
  const signer = new TokenSigner()
  signer.use(server.app.services.keyRing.signingKeys().map((key) => new SigningKey(key)))
  const claims = decodeJwt(await personToken(server, scope))
  const ids = Array.from({ length: users }, () => randomUUID())
  const { pool } = server.database
  await pool.query("insert into users (id, user_name) select id, 'minted-' || id from unnest($1::uuid[]) as id", [ids])
  const tokens = ids
    .flatMap((userId) => Array<string>(signIns).fill(userId))
    .map((userId) => ({ userId, grantId: randomUUID() }))
  await pool.query(
    `insert into engine_state (model, id_hash, payload, user_id, client_id, expires_at)
     select 'Grant', id_hash, '{}', user_id, $3, now() + interval '1 day'
     from unnest($1::bytea[], $2::uuid[]) as given (id_hash, user_id)`,
    [tokens.map(({ grantId }) => sha256(grantId)), tokens.map(({ userId }) => userId), claims.client_id],
  )
  return Promise.all(
    tokens.map(async ({ userId, grantId }) => {
      const own = { ...claims, sub: userId, jti: randomUUID(), grant_id: grantId }
      return { userId, token: await signer.sign('RS256', 'at+jwt', own) }
    }),
  )
}
