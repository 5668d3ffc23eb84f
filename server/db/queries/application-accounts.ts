import { type Expression, sql } from 'kysely'
import type { Change, Db, JsonObject, Row } from '../schema.ts'
import type { PageUpTo, Slice } from './paging.ts'
import { idPage, keptCount } from './row-counts.ts'

const columns = ['id', 'accountName', 'name', 'disabled', 'organizationId', 'extension'] as const

/** The account of a user in an application. */
export type ApplicationAccount = Row<'applicationAccounts', typeof columns>

/** A role that an account has. */
export interface AccountRole {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** An account with the roles that it has. */
export type ApplicationAccountWithRoles = ApplicationAccount & { readonly roles: readonly AccountRole[] }

/** A new account; what it says nothing about is named after its user. */
export interface NewApplicationAccount {
  readonly id: string
  readonly applicationId: string
  readonly userId: string
  readonly organizationId: string | null
  readonly accountName: string | null
  readonly name: string | null
  readonly passwordHash: string | null
  readonly disabled: boolean
  readonly extension: JsonObject
}

/**
 * Gives a user an account. One statement.
 * @returns whether there is such a user
 * @throws DatabaseError of a taken name, or a user, organization or application that has gone
 */
export async function insertApplicationAccount(db: Db, account: NewApplicationAccount): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into application_accounts
      (id, application_id, user_id, organization_id, account_name, name, password_hash, disabled, extension)
    select ${account.id}, ${account.applicationId}, users.id, ${account.organizationId}::uuid,
      coalesce(${account.accountName}::text, users.user_name),
      coalesce(${account.name}::text, users.display_name, users.user_name),
      ${account.passwordHash}::text, ${account.disabled}, ${JSON.stringify(account.extension)}::jsonb
    from users where users.id = ${account.userId}`.execute(db)
  return numAffectedRows > 0n
}

/** An account of that application with its roles, the oldest first. One statement. */
export function findApplicationAccount(
  db: Db,
  applicationId: string,
  id: string,
): Promise<ApplicationAccountWithRoles | undefined> {
  return db
    .selectFrom('applicationAccounts')
    .select(columns)
    .select(
      sql<AccountRole[]>`coalesce((
        select json_agg(json_build_object('id', role.id, 'code', role.code, 'name', role.name) order by role.id)
        from application_role_members member
        join application_roles role on role.application_id = member.application_id and role.id = member.role_id
        where member.application_id = application_accounts.application_id
          and member.account_id = application_accounts.id), '[]')`.as('roles'),
    )
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** An account of that application, which nobody else changes until the transaction ends. One statement. */
export function lockApplicationAccount(
  trx: Db,
  applicationId: string,
  id: string,
): Promise<ApplicationAccount | undefined> {
  return trx
    .selectFrom('applicationAccounts')
    .select(columns)
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/**
 * The accounts of an application, the oldest first. One statement, two for a page without rows.
 * @param after the id behind which the slice begins
 */
export function listApplicationAccounts(
  db: Db,
  applicationId: string,
  { offset, limit }: Slice,
  after?: string,
): Promise<PageUpTo<ApplicationAccount, string>> {
  const ids = db
    .selectFrom('applicationAccounts')
    .select('id')
    .where('applicationId', '=', applicationId)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .offset(offset)
  return accountsOf(db, applicationId, ids, keptCount('application_accounts', applicationId))
}

/**
 * The accounts of a page in the order of their ids. The ids come first, from an index alone: rows before the page are not read.
 * One statement, two for a page without rows.
 * @param count how many there are on all pages
 */
export async function accountsOf(
  db: Db,
  applicationId: string,
  ids: Expression<{ readonly id: string }>,
  count: ReturnType<typeof keptCount>,
): Promise<PageUpTo<ApplicationAccount, string>> {
  const rows = await db
    .selectFrom('applicationAccounts')
    .select(columns)
    .select(count.as('total'))
    .where('applicationId', '=', applicationId)
    .where('id', 'in', sql<string>`${ids}`)
    .orderBy('id')
    .execute()
  return idPage(db, rows, count)
}

/** An account that a user has in some application. */
export type UserApplicationAccount = ApplicationAccount & { readonly applicationId: string }

/** The accounts of a user in all applications, the oldest first; undefined when there is no such user. One statement. */
export async function listAccountsOfUser(db: Db, userId: string): Promise<UserApplicationAccount[] | undefined> {
  const rows = await db
    .selectFrom('users')
    .leftJoin('applicationAccounts', 'applicationAccounts.userId', 'users.id')
    .select('applicationAccounts.applicationId')
    .select(columns.map((column) => `applicationAccounts.${column}` as const))
    .where('users.id', '=', userId)
    .orderBy('applicationAccounts.id')
    .execute()
  if (rows.length === 0) return undefined
  return rows.filter((row): row is typeof row & UserApplicationAccount => row.id !== null)
}

/** Changes an account. One statement. @throws DatabaseError of a taken name, or an organization that has gone */
export async function updateApplicationAccount(
  db: Db,
  applicationId: string,
  id: string,
  change: Change<'applicationAccounts'>,
): Promise<void> {
  await db
    .updateTable('applicationAccounts')
    .set(change)
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .execute()
}

/** Removes an account, which leaves its roles. One statement. @returns whose it was; undefined when there was none */
export async function deleteApplicationAccount(
  db: Db,
  applicationId: string,
  id: string,
): Promise<{ readonly userId: string } | undefined> {
  return db
    .deleteFrom('applicationAccounts')
    .where('applicationId', '=', applicationId)
    .where('id', '=', id)
    .returning('userId')
    .executeTakeFirst()
}
