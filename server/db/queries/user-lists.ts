import { type SqlBool, sql } from 'kysely'
import type { Db, RelationType, Row } from '../schema.ts'
import { userColumns } from './users.ts'

/** Which rows of a list, by their number. */
export interface Slice {
  readonly offset: number
  readonly limit: number
}

/** Rows of a list with the number of all its rows. */
export interface Listed<T> {
  readonly total: number
  readonly items: readonly T[]
}

/** The GUIDs of all users, the oldest first. The index alone answers it. One statement. */
export async function listUserIds(db: Db, { offset, limit }: Slice): Promise<Listed<string>> {
  const { rows } = await sql<Listed<string>>`
    select (select count(*)::int from users) as total,
      array(select id::text from users order by created_at, id limit ${limit} offset ${offset}) as items`.execute(db)
  const [list] = rows
  if (!list) throw new Error('a statement that always gives a row gave none')
  return list
}

/** How a user is related to one organization. */
export interface UserOrganization {
  readonly organizationId: string
  readonly isPrimary: boolean
  readonly relationType: RelationType
}

/** A user as the directory shows it: the account, its organizations, the primary first, and what may be told of its password. */
export type DirectoryUser = Row<'users', typeof userColumns> & {
  readonly mustChangePassword: boolean
  readonly passwordChangedAt: Date | null
  readonly organizations: readonly UserOrganization[]
}

/** Which users are listed. */
export interface UserListFilter {
  readonly organizationId?: string | undefined
  readonly changedAfter?: Date | undefined
}

/** Users of one organization or of all, the oldest first. One statement, two for a page without rows. */
export async function listUsers(
  db: Db,
  filter: UserListFilter,
  { offset, limit }: Slice,
): Promise<Listed<DirectoryUser>> {
  const conditions = [
    ...(filter.organizationId ? [ofOrganization(filter.organizationId)] : []),
    ...(filter.changedAfter ? [sql<SqlBool>`users.updated_at > ${filter.changedAfter}`] : []),
  ]
  const counted = db
    .selectFrom('users')
    .select(sql<number>`count(*)::int`.as('total'))
    .where((eb) => eb.and(conditions))
  const rows = await directory(db)
    .select(counted.as('total'))
    .where((eb) => eb.and(conditions))
    .orderBy('users.createdAt')
    .orderBy('users.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const items = rows.map(({ total: _total, ...user }) => user)
  return { items, total: rows[0]?.total ?? (await counted.executeTakeFirstOrThrow()).total }
}

/** One user as the directory shows it. One statement. */
export function findDirectoryUser(db: Db, id: string): Promise<DirectoryUser | undefined> {
  return directory(db).where('users.id', '=', id).executeTakeFirst()
}

/** The list and its total ask the same, and of users alone: who is in an organization twice over is listed once. */
function ofOrganization(id: string) {
  return sql<SqlBool>`exists (select from memberships where organization_id = ${id} and user_id = users.id)`
}

function directory(db: Db) {
  return db
    .selectFrom('users')
    .leftJoin('passwordCredentials', 'passwordCredentials.userId', 'users.id')
    .select(userColumns.map((column) => `users.${column}` as const))
    .select([
      sql<boolean>`coalesce(password_credentials.must_change, false)`.as('mustChangePassword'),
      'passwordCredentials.changedAt as passwordChangedAt',
      sql<UserOrganization[]>`coalesce((
        select json_agg(json_build_object('organizationId', organization_id, 'isPrimary', is_primary,
          'relationType', relation_type) order by is_primary desc, created_at, organization_id)
        from memberships where user_id = users.id), '[]')`.as('organizations'),
    ])
}
