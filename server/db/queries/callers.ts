import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { type Places, statement } from '../statement.ts'
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

const claimNames = ['tokenHash', 'grantHash', 'userId', 'clientId', 'scopes'] as const

/**
 * The application of a token that stands, and its user: the token was not revoked, the grant of this user to this application
 * is not over, the user may sign in, and the application is enabled and still has the scopes.
 */
function standing({ tokenHash, grantHash, userId, clientId, scopes }: Places<(typeof claimNames)[number]>) {
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
  const [row] = await callerOf(db, valuesOf(claims))
  if (!row) return undefined
  const { roles, ...user } = row
  return { user: user.id === null ? undefined : user, roles }
}

const callerOf = statement<(User | Record<keyof User, null>) & { readonly roles: readonly string[] }>(
  claimNames,
  (claims) => sql`
    select ${userColumnList},
      array(
        select name from role_group_members join role_groups on role_groups.id = group_id
        where user_id = users.id order by name
      ) as roles
    from ${standing(claims)}`,
)

/** Whether a signed, unexpired access token still stands. One statement. */
export async function tokenStands(db: Db, claims: TokenClaims): Promise<boolean> {
  return (await stands(db, valuesOf(claims))).length > 0
}

const stands = statement(claimNames, (claims) => sql`select from ${standing(claims)}`)

const valuesOf = ({ grantHash, userId, ...claims }: TokenClaims) => ({
  ...claims,
  grantHash: grantHash ?? null,
  userId: userId ?? null,
})

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
