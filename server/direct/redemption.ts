import { sql } from 'kysely'
import { sha256 } from '../crypto/hash.ts'
import { offersOfflineAccess } from '../oidc/faces/face.ts'
import { newSuccession } from '../oidc/rotation.ts'
import type { DirectGrant } from './grant.ts'
import { personColumns, type Spent, stands, words } from './standing.ts'
import { epochSeconds, newId, userTokens } from './tokens.ts'

/** What only the code has. */
const ofCode = ['redirectUri', 'codeChallenge', 'codeChallengeMethod']
/** What the refresh token takes over from it. */
const inherited = ['accountId', 'amr', 'authTime', 'clientId', 'expiresWithSession', 'grantId', 'nonce', 'resource']
const known = [...ofCode, ...inherited, 'scope', 'sessionUid', 'sid', 'exp', 'iat', 'kind']

/** RFC 7636 section 4.1. */
const verifierSyntax = /^[A-Za-z0-9._~-]{43,128}$/

/** The authorization code grant (RFC 6749 section 4.1.3). One statement. */
export const codeRedemption: DirectGrant = {
  parameters: ['code', 'redirect_uri', 'code_verifier'],
  async answer({ application, fields }, services) {
    const { face, db, rotationKey } = services
    const { clientId, grantTypes } = application
    const { code, redirect_uri: redirectUri, code_verifier: verifier } = fields
    if (!code || !redirectUri || (verifier !== undefined && !verifierSyntax.test(verifier))) return undefined
    const challenge = verifier === undefined ? null : sha256(verifier).toString('base64url')
    const at = epochSeconds()
    const refreshToken = newId()
    const lifetime = face.lifetimes.refreshToken
    const refreshTokenMembers = {
      kind: 'RefreshToken',
      gty: 'authorization_code',
      rotations: 0,
      iat: at,
      iiat: at,
      exp: at + lifetime,
      ...newSuccession(rotationKey),
    }
    const { rows } = await sql<Spent & { refreshes: boolean }>`
      with redeemed as (
        update engine_state source set consumed_at = ${new Date()}
        from engine_state grants, users
        where ${stands(face, { model: `${face.statePrefix}AuthorizationCode`, idHash: sha256(code), clientId, known, at })}
          -- RFC 6749 section 4.1.3: the same address; RFC 7636 section 4.6: S256 of the verifier, or neither of them.
          and source.payload ->> 'redirectUri' = ${redirectUri}
          and source.payload ->> 'codeChallenge' is not distinct from ${challenge}
          and coalesce(source.payload ->> 'codeChallengeMethod', 'S256') = 'S256'
        returning source.payload, source.grant_hash, ${personColumns}
      ), issued as (
        insert into engine_state (model, id_hash, payload, grant_hash, user_id, client_id, expires_at)
        select ${`${face.statePrefix}RefreshToken`}, ${sha256(refreshToken)},
          payload - ${ofCode}::text[] || ${JSON.stringify(refreshTokenMembers)}::jsonb,
          grant_hash, id, ${clientId}, to_timestamp(${at + lifetime})
        from redeemed
        -- OpenID Connect Core section 11: where refresh tokens have to be asked for, by scope.
        where ${grantTypes.includes('refresh_token')}
          and (${!offersOfflineAccess(face)} or 'offline_access' = any(${words(sql`payload ->> 'scope'`)}))
        returning id_hash
      )
      select *, exists (select from issued) as refreshes from redeemed`.execute(db)
    const [spent] = rows
    return spent && userTokens(services, application, spent, spent.refreshes ? refreshToken : undefined)
  },
}
