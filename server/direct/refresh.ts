import { sql } from 'kysely'
import { sha256 } from '../crypto/hash.ts'
import { personColumnList } from '../db/queries/users.ts'
import { statement } from '../db/statement.ts'
import { newSuccession, successorOf } from '../oidc/rotation.ts'
import type { DirectGrant } from './grant.ts'
import { ofIssuer, type Source, type Spent, spentColumns, standingNames, stands, words } from './standing.ts'
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

const refreshNames = [...standingNames, 'registered', 'members', 'seconds'] as const

const rotate = statement<
  Spent & { readonly payload: Source & { readonly seed: string } },
  (typeof refreshNames)[number]
>(
  refreshNames,
  (given) => sql`
    with spent as (
      update engine_state source set consumed_at = now()
      from engine_state grants, users
      where ${stands(given, known)}
        -- A refresh gives no scope that the application has lost since; then there is less to give.
        and ${words(sql`source.payload ->> 'scope'`)} <@ ${given.registered}::text[]
        -- Tokens of earlier versions do not say under which hash their successors are stored.
        and source.payload ?& '{seed,next,gty}'
      returning source.payload, source.grant_hash, ${personColumnList}
    ), issued as (
      insert into engine_state (model, id_hash, payload, grant_hash, user_id, client_id, expires_at)
      select ${given.model}, decode(payload ->> 'next', 'hex'),
        payload || ${given.members}::jsonb || jsonb_build_object(
          'rotations', coalesce((payload ->> 'rotations')::int, 0) + 1,
          'gty', regexp_replace(payload ->> 'gty', '( refresh_token)?$', ' refresh_token')),
        grant_hash, id, ${given.clientId}, now() + make_interval(secs => ${given.seconds})
      from spent
    )
    select ${spentColumns} from spent`,
)

/** The refresh token grant with rotation (RFC 6749 section 6, RFC 9700 section 4.14.2). One statement. */
export const refresh: DirectGrant = {
  parameters: ['refresh_token'],
  async answer({ application, fields }, services) {
    const { face, db, rotationKey } = services
    const { refresh_token: refreshToken } = fields
    if (!refreshToken) return undefined
    const at = epochSeconds()
    const seconds = face.lifetimes.refreshToken
    const [spent] = await rotate(db, {
      ...ofIssuer(face),
      model: `${face.statePrefix}RefreshToken`,
      idHash: sha256(refreshToken),
      clientId: application.clientId,
      at,
      registered: application.scopes,
      members: { iat: at, exp: at + seconds, ...newSuccession(rotationKey) },
      seconds,
    })
    return spent && userTokens(services, application, spent, successorOf(rotationKey, spent.payload.seed))
  },
}
