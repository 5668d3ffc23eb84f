import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { type User, userColumnList } from './users.ts'

/** The application through which somebody calls, as far as a call depends on it. */
export interface CallingApplication {
  readonly id: string
  readonly clientId: string
  readonly permissionCodes: readonly string[]
  /** Whether it is of the platform itself. */
  readonly firstParty: boolean
}

/** The application with that client id, and whether it is enabled. One statement. */
export async function findNamedApplication(
  db: Db,
  clientId: string,
): Promise<(CallingApplication & { readonly enabled: boolean }) | undefined> {
  return db
    .selectFrom('applications')
    .select(['id', 'clientId', 'permissionCodes', 'firstParty', 'enabled'])
    .where('clientId', '=', clientId)
    .executeTakeFirst()
}

/** Whoever a bearer token stands for. */
export interface TokenCaller {
  /** Absent for a client's own token. */
  readonly user: User | undefined
  /** The names of the role groups in which the user is. */
  readonly roles: readonly string[]
}

/** What a verified access token says of itself. */
export interface TokenClaims {
  readonly tokenHash: Buffer
  /** Absent for a client's own token, which has neither grant nor user. */
  readonly grantHash?: Buffer | undefined
  readonly userId?: string | undefined
  readonly clientId: string
  readonly scopes: readonly string[]
}

/**
 * The application of a token that stands, and its user: the token was not revoked, the grant of this user to this application
 * is not over, the user may sign in, and the application is enabled and still has the scopes.
 */
function standing(claims: TokenClaims) {
  const { tokenHash, grantHash = null, userId = null, clientId, scopes } = claims
  return sql`
    applications
    left join users on users.id = ${userId}::uuid and users.account_state = 'Normal'
    where applications.client_id = ${clientId} and applications.enabled and applications.scopes @> ${scopes}::text[]
      and not exists (select from revoked_access_tokens where token_hash = ${tokenHash})
      and (${grantHash}::bytea is null or exists (
        select from engine_state as granted
        where model = 'Grant' and id_hash = ${grantHash} and expires_at > now()
          and granted.user_id = users.id and granted.client_id = applications.client_id))
      and (${userId}::uuid is null or users.id is not null)`
}

/**
 * Everything that a call with a signed, unexpired access token depends on. One statement.
 * @returns undefined when the token does not stand any more
 */
export async function findTokenCaller(db: Db, claims: TokenClaims): Promise<TokenCaller | undefined> {
  const { rows } = await sql<(User | Record<keyof User, null>) & { readonly roles: readonly string[] }>`
    select ${userColumnList},
      array(
        select name from role_group_members join role_groups on role_groups.id = group_id
        where user_id = users.id order by name
      ) as roles
    from ${standing(claims)}`.execute(db)
  if (!rows[0]) return undefined
  const { roles, ...user } = rows[0]
  return { user: user.id === null ? undefined : user, roles }
}

/** Whether a signed, unexpired access token still stands. One statement. */
export async function tokenStands(db: Db, claims: TokenClaims): Promise<boolean> {
  const { rows } = await sql`select from ${standing(claims)}`.execute(db)
  return rows.length > 0
}

/**
 * The application that holds an unexpired management token, if it is enabled. One statement.
 * @param tokenHash SHA-256 of the token
 */
export async function findCredentialCaller(db: Db, tokenHash: Buffer): Promise<CallingApplication | undefined> {
  const { rows } = await sql<{ application: CallingApplication }>`
    select json_build_object('id', applications.id, 'clientId', applications.client_id,
      'permissionCodes', applications.permission_codes, 'firstParty', applications.first_party) as application
    from access_credentials join applications using (client_id)
    where token_hash = ${tokenHash} and expires_at > now() and applications.enabled`.execute(db)
  return rows[0]?.application
}
