import { sql } from 'kysely'
import { sha256 } from '../crypto/hash.ts'
import { personColumnList } from '../db/queries/users.ts'
import { statement } from '../db/statement.ts'
import { offersOfflineAccess } from '../oidc/faces/face.ts'
import { newSuccession } from '../oidc/rotation.ts'
import type { DirectGrant } from './grant.ts'
import { ofIssuer, type Spent, spentColumns, standingNames, stands, words } from './standing.ts'
import { epochSeconds, newId, userTokens } from './tokens.ts'

/** What only the code has. */
const ofCode = ['redirectUri', 'codeChallenge', 'codeChallengeMethod']
/** What the refresh token takes over from it. */
const inherited = ['accountId', 'amr', 'authTime', 'clientId', 'expiresWithSession', 'grantId', 'nonce', 'resource']
const known = [...ofCode, ...inherited, 'scope', 'sessionUid', 'sid', 'exp', 'iat', 'kind']

const redeemNames = [
  ...standingNames,
  'redirectUri',
  'challenge',
  'mayRefresh',
  'hasToAsk',
  'refreshModel',
  'refreshHash',
  'refreshMembers',
  'refreshSeconds',
] as const

/** RFC 7636 section 4.1. */
const verifierSyntax = /^[A-Za-z0-9._~-]{43,128}$/

const redeem = statement<Spent & { readonly refreshes: boolean }, (typeof redeemNames)[number]>(
  redeemNames,
  (given) => sql`
    with redeemed as (
      update engine_state source set consumed_at = now()
      from engine_state grants, users
      where ${stands(given, known)}
        -- RFC 6749 section 4.1.3: the same address; RFC 7636 section 4.6: S256 of the verifier, or neither of them.
        and source.payload ->> 'redirectUri' = ${given.redirectUri}
        and source.payload ->> 'codeChallenge' is not distinct from ${given.challenge}
        and coalesce(source.payload ->> 'codeChallengeMethod', 'S256') = 'S256'
      returning source.payload, source.grant_hash, ${personColumnList}
    ), issued as (
      insert into engine_state (model, id_hash, payload, grant_hash, user_id, client_id, expires_at)
      select ${given.refreshModel}, ${given.refreshHash}, payload - ${ofCode}::text[] || ${given.refreshMembers}::jsonb,
        grant_hash, id, ${given.clientId}, now() + make_interval(secs => ${given.refreshSeconds})
      from redeemed
      -- OpenID Connect Core section 11: where refresh tokens have to be asked for, by scope.
      where ${given.mayRefresh}::boolean
        and (not ${given.hasToAsk}::boolean or 'offline_access' = any(${words(sql`payload ->> 'scope'`)}))
      returning id_hash
    )
    select ${spentColumns}, exists (select from issued) as refreshes from redeemed`,
)

/** The authorization code grant (RFC 6749 section 4.1.3). One statement. */
export const codeRedemption: DirectGrant = {
  parameters: ['code', 'redirect_uri', 'code_verifier'],
  async answer({ application, fields }, services) {
    const { face, db, rotationKey } = services
    const { clientId, grantTypes } = application
    const { code, redirect_uri: redirectUri, code_verifier: verifier } = fields
    if (!code || !redirectUri || (verifier !== undefined && !verifierSyntax.test(verifier))) return undefined
    const at = epochSeconds()
    const refreshToken = newId()
    const refreshSeconds = face.lifetimes.refreshToken
    const [spent] = await redeem(db, {
      ...ofIssuer(face),
      model: `${face.statePrefix}AuthorizationCode`,
      idHash: sha256(code),
      clientId,
      at,
      redirectUri,
      challenge: verifier === undefined ? null : sha256(verifier).toString('base64url'),
      mayRefresh: grantTypes.includes('refresh_token'),
      hasToAsk: offersOfflineAccess(face),
      refreshModel: `${face.statePrefix}RefreshToken`,
      refreshHash: sha256(refreshToken),
      refreshMembers: {
        kind: 'RefreshToken',
        gty: 'authorization_code',
        rotations: 0,
        iat: at,
        iiat: at,
        exp: at + refreshSeconds,
        ...newSuccession(rotationKey),
      },
      refreshSeconds,
    })
    return spent && userTokens(services, application, spent, spent.refreshes ? refreshToken : undefined)
  },
}
