import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { statement } from '../statement.ts'

/** A refresh token that could be used now, and the scopes that its application has. */
export interface StandingRefreshToken {
  /** As much of it as is told. */
  readonly payload: {
    readonly accountId: string
    readonly exp: number
    readonly iat: number
    /** Where the client wants to know the session (OpenID Connect Back-Channel Logout 1.0 section 2.1). */
    readonly sid?: string
    readonly scope?: string
  }
  readonly clientId: string
  readonly registeredScopes: readonly string[]
}

/**
 * The refresh token with that hashed id, if it can be used. One statement.
 * @returns undefined when it has expired, its grace after use is over (RFC 9700 section 4.14.2), its application is disabled,
 * its grant is over, or the session that it ends with is
 */
export async function findStandingRefreshToken(
  db: Db,
  model: string,
  idHash: Buffer,
): Promise<StandingRefreshToken | undefined> {
  const [token] = await standing(db, { model, idHash })
  return token
}

const standing = statement<StandingRefreshToken, 'model' | 'idHash'>(
  ['model', 'idHash'],
  ({ model, idHash }) => sql`
    select token.payload, token.client_id, applications.scopes as registered_scopes
    from engine_state as token
    join applications on applications.client_id = token.client_id and applications.enabled
    join engine_state as granted on granted.model = 'Grant' and granted.id_hash = token.grant_hash
      and granted.user_id = token.user_id and granted.client_id = token.client_id
    where token.model = ${model} and token.id_hash = ${idHash}
      and token.expires_at > now()
      and granted.expires_at > now()
      and (token.consumed_at is null
        or token.consumed_at > now() - make_interval(secs => applications.refresh_token_grace_seconds))
      and (token.payload -> 'expiresWithSession' is distinct from 'true' or exists (
        select from sessions join users on users.id = sessions.user_id and users.account_state = 'Normal'
        where sessions.uid = token.payload ->> 'sessionUid' and sessions.user_id = token.user_id
          and sessions.expires_at > now()
          and sessions.payload #>> array['authorizations', token.client_id, 'grantId'] = token.payload ->> 'grantId'))
    `,
)
