import { sql } from 'kysely'
import type { Db, Row } from '../schema.ts'

const columns = ['id', 'userId', 'provider', 'appId', 'appOpenId', 'externalId', 'displayName'] as const

/** A login at a provider that belongs to a user. */
export type ExternalLogin = Row<'externalLogins', typeof columns>

/** The same, and since when it is that user's. */
export type MadeExternalLogin = ExternalLogin & Row<'externalLogins', readonly ['createdAt']>

/** What a login at a provider is known by, see server/domain/external-logins/identity.ts. */
export type Identity = Pick<ExternalLogin, 'provider' | 'appId' | 'appOpenId' | 'externalId'>

/** A user with the ways to sign in: a password, or logins at providers, the oldest first. */
export interface UserLogins {
  readonly userId: string
  readonly hasPassword: boolean
  readonly logins: readonly ExternalLogin[]
}

const loginList = sql.raw(
  columns.map((name) => `l.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`).join(', '),
)

/**
 * Those of these users that there are, with their logins. The list is one parameter. One statement.
 * @param lock whether none of them may go away before the transaction ends
 */
export async function findUserLogins(
  db: Db,
  userIds: readonly string[],
  { lock = false }: { lock?: boolean } = {},
): Promise<UserLogins[]> {
  const members = columns.map((name) => sql`${sql.lit(name)}, ${sql.ref(`externalLogins.${name}`)}`)
  const { rows } = await sql<UserLogins>`
    select users.id as user_id,
      exists (select from password_credentials where user_id = users.id) as has_password,
      coalesce((
        select json_agg(json_build_object(${sql.join(members)}) order by created_at, id)
        from external_logins where user_id = users.id), '[]') as logins
    from users where id = any(${userIds}) order by id ${lock ? sql`for key share` : sql``}`.execute(db)
  return rows
}

/**
 * Logins that have the unified id or the open id of one of these; of a member of WeCom whose enterprise is not said, those of
 * every enterprise. The list is one parameter. One statement.
 */
export async function findExternalLogins(db: Db, identities: readonly Identity[]): Promise<ExternalLogin[]> {
  const asked = identities.map(({ provider, appId, appOpenId, externalId }) => {
    return { provider, appId, appOpenId, externalId }
  })
  const { rows } = await sql<ExternalLogin>`
    with asked as (
      select provider, "externalId", "appId", "appOpenId"
      from jsonb_to_recordset(${JSON.stringify(asked)})
        as (provider text, "externalId" text, "appId" text, "appOpenId" text)
    )
    select ${loginList} from external_logins l
    join asked on l.provider = asked.provider and l.external_id = asked."externalId"
    union
    select ${loginList} from external_logins l
    join asked on l.provider = asked.provider and l.app_id = asked."appId" and l.app_open_id = asked."appOpenId"
    union
    select ${loginList} from external_logins l
    join asked on asked.provider = 'WeCom' and asked."appId" is null
      and l.provider = 'WeCom' and l.app_open_id = asked."externalId"
  `.execute(db)
  return rows
}

/** Adds logins. The list is one parameter. One statement. */
export async function insertExternalLogins(db: Db, logins: readonly ExternalLogin[]): Promise<void> {
  await sql`
    insert into external_logins (id, user_id, provider, app_id, app_open_id, external_id, display_name)
    select id, "userId", provider, "appId", "appOpenId", "externalId", "displayName"
    from jsonb_to_recordset(${JSON.stringify(logins)}) as (
      id uuid, "userId" uuid, provider text, "appId" text, "appOpenId" text, "externalId" text, "displayName" text)
  `.execute(db)
}

/** Writes down what of these logins was not known before. The list is one parameter. One statement. */
export async function completeExternalLogins(db: Db, logins: readonly ExternalLogin[]): Promise<void> {
  await sql`
    update external_logins l set
      external_id = known."externalId", app_id = known."appId", app_open_id = known."appOpenId"
    from jsonb_to_recordset(${JSON.stringify(logins)}) as known (
      id uuid, "appId" text, "appOpenId" text, "externalId" text)
    where l.id = known.id`.execute(db)
}

/** Takes logins off their users. One statement. */
export async function deleteExternalLogins(db: Db, ids: readonly string[]): Promise<void> {
  await sql`delete from external_logins where id = any(${ids})`.execute(db)
}

/** Lets no other transaction add or remove logins until this one ends. One statement. */
export async function lockExternalLogins(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('openaccount.external_logins'))`.execute(db)
}

/** Removes every login of a user. One statement. */
export async function deleteLoginsOf(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('externalLogins').where('userId', '=', userId).execute()
}

/** A user's logins with their moments, the oldest first. One statement. */
export function listMadeLogins(db: Db, userId: string): Promise<MadeExternalLogin[]> {
  return db
    .selectFrom('externalLogins')
    .select([...columns, 'createdAt'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}
