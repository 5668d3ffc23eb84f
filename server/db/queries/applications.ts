import { sql } from 'kysely'
import type { Change, Db, JsonObject, NewRow, Row } from '../schema.ts'
import type { Listed, Slice } from './paging.ts'

const columns = [
  'id',
  'clientId',
  'name',
  'nameZh',
  'contacts',
  'enabled',
  'tokenEndpointAuthMethod',
  'jwks',
  'applicationType',
  'redirectUris',
  'postLogoutRedirectUris',
  'listenerOrigins',
  'backchannelLogoutUri',
  'backchannelLogoutSessionRequired',
  'grantTypes',
  'responseTypes',
  'scopes',
  'permissionCodes',
  'organizationModel',
  'accountAttributes',
  'managementTokenSeconds',
  'sessionTokenSeconds',
  'passwordMaxDays',
  'passwordWarnDays',
  'secondFactor',
  'unknownSocialAccounts',
  'applicationAccountRequired',
  'logoHash',
  'firstParty',
  'idTokenSigningAlgorithm',
  'refreshTokenGraceSeconds',
  'requirePkce',
  'userAddressAllowed',
  'introspectsAllTokens',
  'claimsInIdToken',
  'casServices',
  'attributeMapping',
  'samlEntityId',
  'samlAcsUrls',
  'samlLogoutUrl',
  'samlLogoutBinding',
  'samlBackchannelLogoutUrl',
  'samlCertificates',
  'samlEncryptionCertificate',
  'samlAuthnRequestsSigned',
  'samlNameIdFormat',
] as const
/** What only the check of a client's secret reads. */
const secretColumns = ['secretHash', 'formerSecretHash', 'formerSecretUntil'] as const

/** A registered application, what OAuth calls a client, with the hashes that its secret is compared with. */
export type Application = Row<'applications', [...typeof columns, ...typeof secretColumns]>

/** The application with that client id, enabled or not. One statement. */
export function findApplication(db: Db, clientId: string): Promise<Application | undefined> {
  return db
    .selectFrom('applications')
    .select(columns)
    .select(secretColumns)
    .where('clientId', '=', clientId)
    .executeTakeFirst()
}

/** The application with that GUID, enabled or not. One statement. */
export function findApplicationById(db: Db, id: string): Promise<Application | undefined> {
  return db.selectFrom('applications').select(columns).select(secretColumns).where('id', '=', id).executeTakeFirst()
}

/**
 * The enabled application with that CAS address, letter by letter; of several, the first by client id. One statement.
 */
export function findCasApplication(db: Db, service: string): Promise<{ clientId: string } | undefined> {
  return db
    .selectFrom('applications')
    .select('clientId')
    .where('enabled', '=', true)
    .where(sql<boolean>`cas_services @> array[${service}]::text[]`)
    .orderBy('clientId')
    .limit(1)
    .executeTakeFirst()
}

/** Whether an enabled application has registered that address for browsers that have signed out, or for CAS. One statement. */
export async function returnAddressIsRegistered(db: Db, address: string): Promise<boolean> {
  const row = await db
    .selectFrom('applications')
    .select(sql<number>`1`.as('found'))
    .where('enabled', '=', true)
    .where(
      sql<boolean>`(post_logout_redirect_uris @> array[${address}]::text[] or cas_services @> array[${address}]::text[])`,
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The enabled application that SAML calls by that entity id. One statement. */
export function findSamlApplication(db: Db, entityId: string): Promise<Application | undefined> {
  return db
    .selectFrom('applications')
    .select(columns)
    .select(secretColumns)
    .where('samlEntityId', '=', entityId)
    .where('enabled', '=', true)
    .executeTakeFirst()
}

/** Whether an enabled application lists that origin among its listeners. One statement. */
export async function listenerOriginIsRegistered(db: Db, origin: string): Promise<boolean> {
  const row = await db
    .selectFrom('applications')
    .select(sql<number>`1`.as('found'))
    .where('enabled', '=', true)
    .where(sql<boolean>`listener_origins @> array[${origin}]::text[]`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Adds applications whose client ids are free; the others stay as they are. One statement. @returns the ids of the new ones */
export async function insertApplications(db: Db, applications: readonly NewRow<'applications'>[]): Promise<string[]> {
  const rows = await db
    .insertInto('applications')
    .values(applications)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Gives an application permission codes that it lacks. One statement. @returns its id when there were any */
export async function addPermissionCodes(
  db: Db,
  clientId: string,
  codes: readonly string[],
): Promise<string | undefined> {
  const row = await db
    .updateTable('applications')
    .set({
      permissionCodes: sql`array(select unnest(permission_codes) union select unnest(${codes}::text[]) order by 1)`,
    })
    .where('clientId', '=', clientId)
    .where(sql<boolean>`not permission_codes @> ${codes}::text[]`)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The public half of an application's own key pair, if it has one yet. One statement. */
export async function findSigningKey(db: Db, clientId: string): Promise<JsonObject | undefined> {
  const row = await db
    .selectFrom('applications')
    .select('signingPublicJwk')
    .where('clientId', '=', clientId)
    .executeTakeFirst()
  return row?.signingPublicJwk ?? undefined
}

/** The private half of an application's key pair, as it is stored. One statement. */
export async function findSigningPrivateKey(db: Db, clientId: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('applications')
    .select('signingPrivateKey')
    .where('clientId', '=', clientId)
    .executeTakeFirst()
  return row?.signingPrivateKey ?? undefined
}

/** Gives an application its key pair; one that has a pair keeps it. One statement. */
export async function saveSigningKey(
  db: Db,
  clientId: string,
  pair: { signingPublicJwk: JsonObject; signingPrivateKey: Buffer },
): Promise<void> {
  await db
    .updateTable('applications')
    .set(pair)
    .where('clientId', '=', clientId)
    .where('signingPublicJwk', 'is', null)
    .execute()
}

/** Applications by client id. One statement, two for a page without rows. */
export async function listApplications(db: Db, { offset, limit }: Slice): Promise<Listed<Application>> {
  const counted = db.selectFrom('applications').select(sql<number>`count(*)::int`.as('total'))
  const rows = await db
    .selectFrom('applications')
    .select(columns)
    .select(secretColumns)
    .select(counted.as('total'))
    .orderBy('clientId')
    .limit(limit)
    .offset(offset)
    .execute()
  const items = rows.map(({ total: _total, ...application }) => application)
  return { items, total: rows[0]?.total ?? (await counted.executeTakeFirstOrThrow()).total }
}

/** The application, which nobody else changes until the transaction ends. One statement. */
export function lockApplication(db: Db, clientId: string): Promise<Application | undefined> {
  return db
    .selectFrom('applications')
    .select(columns)
    .select(secretColumns)
    .where('clientId', '=', clientId)
    .forUpdate()
    .executeTakeFirst()
}

/** Changes an application that is there. One statement. */
export function updateApplication(db: Db, clientId: string, change: Change<'applications'>): Promise<Application> {
  return db
    .updateTable('applications')
    .set(change)
    .where('clientId', '=', clientId)
    .returning([...columns, ...secretColumns])
    .executeTakeFirstOrThrow()
}
