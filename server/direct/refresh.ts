import { sql } from 'kysely'
import { sha256 } from '../crypto/hash.ts'
import { newSuccession, successorOf } from '../oidc/rotation.ts'
import type { DirectGrant } from './grant.ts'
import { personColumns, type Source, type Spent, stands, words } from './standing.ts'
import { epochSeconds, userTokens } from './tokens.ts'

const known = [
  'accountId',
  'amr',
  'authTime',
  'clientId',
  'exp',
  'expiresWithSession',
  'grantId',
  'gty',
  'iat',
  'iiat',
  'kind',
  'next',
  'nonce',
  'resource',
  'rotations',
  'scope',
  'seed',
  'sessionUid',
  'sid',
]

/** The refresh token grant with rotation (RFC 6749 section 6, RFC 9700 section 4.14.2). One statement. */
export const refresh: DirectGrant = {
  parameters: ['refresh_token'],
  async answer({ application, fields }, services) {
    const { face, db, rotationKey } = services
    const { clientId, scopes: registered } = application
    const { refresh_token: refreshToken } = fields
    if (!refreshToken) return undefined
    const at = epochSeconds()
    const model = `${face.statePrefix}RefreshToken`
    const expiry = at + face.lifetimes.refreshToken
    const members = { iat: at, exp: expiry, ...newSuccession(rotationKey) }
    const { rows } = await sql<Spent & { readonly payload: Source & { readonly seed: string } }>`
      with spent as (
        update engine_state source set consumed_at = ${new Date()}
        from engine_state grants, users
        where ${stands(face, { model, idHash: sha256(refreshToken), clientId, known, at })}
          -- A refresh gives no scope that the application has lost since; then there is less to give.
          and ${words(sql`source.payload ->> 'scope'`)} <@ ${registered}::text[]
          -- Tokens of earlier versions do not say under which hash their successors are stored.
          and source.payload ?& '{seed,next,gty}'
        returning source.payload, source.grant_hash, ${personColumns}
      ), issued as (
        insert into engine_state (model, id_hash, payload, grant_hash, user_id, client_id, expires_at)
        select ${model}, decode(payload ->> 'next', 'hex'),
          payload || ${JSON.stringify(members)}::jsonb || jsonb_build_object(
            'rotations', coalesce((payload ->> 'rotations')::int, 0) + 1,
            'gty', regexp_replace(payload ->> 'gty', '( refresh_token)?$', ' refresh_token')),
          grant_hash, id, ${clientId}, to_timestamp(${expiry})
        from spent
      )
      select * from spent`.execute(db)
    const [spent] = rows
    return spent && userTokens(services, application, spent, successorOf(rotationKey, spent.payload.seed))
  },
}
