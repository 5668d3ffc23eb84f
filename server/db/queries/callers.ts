import { sql } from 'kysely'
import type { Db } from '../schema.ts'

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
  readonly application: CallingApplication
  /** Absent for a client's own token. */
  readonly user: { readonly id: string; readonly userName: string } | null
  /** The names of the role groups in which the user is. */
  readonly roles: readonly string[]
}

/** What a verified access token says of itself. */
export interface TokenClaims {
  readonly tokenHash: Buffer
  /** Undefined for a client's own token, which has neither grant nor user. */
  readonly grantHash: Buffer | undefined
  readonly userId: string | undefined
  readonly clientId: string
  readonly scopes: readonly string[]
}

const application = sql`json_build_object('id', applications.id, 'clientId', applications.client_id,
  'permissionCodes', applications.permission_codes, 'firstParty', applications.first_party) as application`

/**
 * Everything that a call with a signed, unexpired access token depends on. One statement.
 * @returns undefined when the token was revoked, its grant is over, its user may not sign in, or its application
 * is disabled or has lost one of the scopes
 */
export async function findTokenCaller(db: Db, claims: TokenClaims): Promise<TokenCaller | undefined> {
  const { tokenHash, grantHash = null, userId = null, clientId, scopes } = claims
  const { rows } = await sql<TokenCaller>`
    select ${application},
      case when users.id is not null then json_build_object('id', users.id, 'userName', users.user_name) end as user,
      array(
        select name from role_group_members join role_groups on role_groups.id = group_id
        where user_id = users.id order by name
      ) as roles
    from applications
    left join users on users.id = ${userId}::uuid and users.account_state = 'Normal'
    where applications.client_id = ${clientId} and applications.enabled and applications.scopes @> ${scopes}::text[]
      and not exists (select from revoked_access_tokens where token_hash = ${tokenHash})
      and (${grantHash}::bytea is null or exists (
        select from engine_state where model = 'Grant' and id_hash = ${grantHash} and expires_at > now()))
      and (${userId}::uuid is null or users.id is not null)`.execute(db)
  return rows[0]
}

/**
 * The application that holds an unexpired management token, if it is enabled. One statement.
 * @param tokenHash SHA-256 of the token
 */
export async function findCredentialCaller(db: Db, tokenHash: Buffer): Promise<CallingApplication | undefined> {
  const { rows } = await sql<{ application: CallingApplication }>`
    select ${application}
    from access_credentials join applications using (client_id)
    where token_hash = ${tokenHash} and expires_at > now() and applications.enabled`.execute(db)
  return rows[0]?.application
}
