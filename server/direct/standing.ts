import { type RawBuilder, sql } from 'kysely'
import { type Person, personColumns } from '../db/queries/users.ts'
import type { Places } from '../db/statement.ts'
import type { EngineFace } from '../oidc/faces/face.ts'

/** What a code or a refresh token says, as far as tokens are made of it. */
export interface Source {
  readonly accountId: string
  readonly grantId: string
  readonly scope: string
  readonly nonce?: string
  readonly sid?: string
}

/** What a statement gives back that has used up a code or a refresh token: the token's payload beside its person's columns. */
export interface Spent extends Person {
  readonly payload: Source
}

/** The columns of what `personColumnList` has returned: by name, since what gives all is not prepared. */
export const spentColumns: RawBuilder<unknown> = sql.join(['payload', ...personColumns].map((name) => sql.ref(name)))

/** The words of a scope, as PostgreSQL compares them. */
export const words = (scope: RawBuilder<unknown>): RawBuilder<unknown> => sql`string_to_array(${scope}, ' ')`

/** The values that `stands` has places for; `at` is now, in whole seconds. */
export const standingNames = ['audience', 'scopes', 'model', 'idHash', 'clientId', 'at'] as const

/** Those of them that are the issuer's. */
export const ofIssuer = ({ audience, scopes }: EngineFace) => ({ audience, scopes })

/**
 * Whether tokens may be made of the row `source`, with its grant in `grants` and its person in `users`: unused, unexpired, of
 * this client, for this issuer's API, and nothing in it that is not known here. Of a grant that ends at the same moment, or
 * whose session does, the row goes with it; whoever was first has the row's lock.
 * @param known the members of a payload that have nothing to say beyond what is looked at
 */
export function stands(
  { audience, scopes, model, idHash, clientId, at }: Places<(typeof standingNames)[number]>,
  known: readonly string[],
): RawBuilder<boolean> {
  return sql<boolean>`
    source.model = ${model} and source.id_hash = ${idHash} and source.client_id = ${clientId}
    and source.consumed_at is null and source.expires_at > now()
    and source.payload ->> 'resource' = ${audience} and source.payload - ${known}::text[] = '{}'
    and grants.model = 'Grant' and grants.id_hash = source.grant_hash
    and grants.client_id = source.client_id and grants.user_id = source.user_id
    and grants.expires_at > now() and not grants.payload ?| '{rejected,rar}'
    and ${words(sql`source.payload ->> 'scope'`)} <@ ${scopes}::text[]
    and ${words(sql`source.payload ->> 'scope'`)} <@ ${words(sql`grants.payload #>> '{openid,scope}'`)}
    and ${words(sql`source.payload ->> 'scope'`)} <@ ${words(sql`grants.payload -> 'resources' ->> ${audience}`)}
    and users.id = source.user_id and users.account_state = 'Normal'
    and (source.payload -> 'expiresWithSession' is null or exists (
      select from sessions
      where sessions.uid = source.payload ->> 'sessionUid' and sessions.user_id = source.user_id
        and sessions.expires_at >= to_timestamp(${at}::bigint + 1)
        and sessions.payload #>> array['authorizations', source.client_id, 'grantId'] = source.payload ->> 'grantId'))`
}
