import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { type Places, statement } from '../statement.ts'
import { type Person, personColumnList, type User, userColumnList } from './users.ts'

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

/** What a verified access token of a client's own says. */
export interface ClientTokenClaims {
  readonly tokenHash: Buffer
  readonly clientId: string
  readonly scopes: readonly string[]
}

/** What a verified access token of a person says. */
export interface UserTokenClaims extends ClientTokenClaims {
  readonly grantHash: Buffer
  readonly userId: string
}

const clientClaimNames = ['tokenHash', 'clientId', 'scopes'] as const
const userClaimNames = [...clientClaimNames, 'grantHash', 'userId'] as const

/** Whether the token was not revoked, and its application is enabled and still has the scopes. */
const stillAllowed = ({ tokenHash, scopes }: Places<'tokenHash' | 'scopes'>) => sql`
  applications.enabled and applications.scopes @> ${scopes}::text[]
  and not exists (select from revoked_access_tokens where token_hash = ${tokenHash})`

const clientStanding = ({ clientId, ...claims }: Places<(typeof clientClaimNames)[number]>) => sql`
  applications where applications.client_id = ${clientId} and ${stillAllowed(claims)}`

/** The same, and the grant of this user to this application is not over, and the user may sign in. */
export const userStanding = ({
  grantHash,
  userId,
  clientId,
  ...claims
}: Places<(typeof userClaimNames)[number]>) => sql`
  engine_state as granted
  join users on users.id = granted.user_id and users.account_state = 'Normal'
  join applications on applications.client_id = granted.client_id
  where granted.model = 'Grant' and granted.id_hash = ${grantHash} and granted.expires_at > now()
    and granted.user_id = ${userId} and granted.client_id = ${clientId} and ${stillAllowed(claims)}`

const userCaller = statement<User & { readonly roles: readonly string[] }>(
  userClaimNames,
  (claims) => sql`
    select ${userColumnList},
      array(
        select name from role_group_members join role_groups on role_groups.id = group_id
        where user_id = users.id order by name
      ) as roles
    from ${userStanding(claims)}`,
)
const person = statement<Person>(
  userClaimNames,
  (claims) => sql`select ${personColumnList} from ${userStanding(claims)}`,
)
const userStands = statement(userClaimNames, (claims) => sql`select from ${userStanding(claims)}`)
const clientStands = statement(clientClaimNames, (claims) => sql`select from ${clientStanding(claims)}`)

/**
 * Everything that a call with a signed, unexpired access token depends on. One statement.
 * @returns undefined when the token does not stand any more
 */
export async function findTokenCaller(
  db: Db,
  claims: ClientTokenClaims | UserTokenClaims,
): Promise<TokenCaller | undefined> {
  if (!('userId' in claims)) return (await tokenStands(db, claims)) ? { user: undefined, roles: [] } : undefined
  const [row] = await userCaller(db, { ...claims })
  if (!row) return undefined
  const { roles, ...user } = row
  return { user, roles }
}

/** The person of a signed, unexpired access token; undefined when it does not stand any more. One statement. */
export async function findTokenPerson(db: Db, claims: UserTokenClaims): Promise<Person | undefined> {
  const [found] = await person(db, { ...claims })
  return found
}

/** Whether a signed, unexpired access token still stands. One statement. */
export async function tokenStands(db: Db, claims: ClientTokenClaims | UserTokenClaims): Promise<boolean> {
  const rows = 'userId' in claims ? await userStands(db, { ...claims }) : await clientStands(db, { ...claims })
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
