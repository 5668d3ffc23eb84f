import { type SqlBool, sql } from 'kysely'
import type { Db, RelationType, Row } from '../schema.ts'
import { behind, type PageUpTo, type Place, type Slice } from './paging.ts'
import { userColumns } from './users.ts'

/** How many users there are: a number that is kept, so that nobody counts them (migration 0002). */
const kept = sql<number>`(select coalesce(sum(delta), 0)::int from row_counts where name = 'users')`

/**
 * The GUIDs of all users, the oldest first. The index alone answers it. One statement.
 * @param after the place behind which the slice begins
 */
export async function listUserIds(db: Db, { offset, limit }: Slice, after?: Place): Promise<PageUpTo<string>> {
  const { rows } = await sql<{ total: number; items: string[]; end: string | null }>`
    select ${kept} as total, coalesce(array_agg(id::text order by created_at, id), '{}') as items,
      max(created_at)::text as end
    from (
      select id, created_at from users where ${behind(after)} order by created_at, id limit ${limit} offset ${offset}
    ) page`.execute(db)
  const [list] = rows
  if (!list) throw new Error('a statement that always gives a row gave none')
  const { end: createdAt, items, total } = list
  const id = items.at(-1)
  return { total, items, end: createdAt !== null && id !== undefined ? { createdAt, id } : undefined }
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

/**
 * Users of one organization or of all, the oldest first. One statement, two for a page without rows.
 * @param after the place behind which the slice begins
 */
export async function listUsers(
  db: Db,
  filter: UserListFilter,
  { offset, limit }: Slice,
  after?: Place,
): Promise<PageUpTo<DirectoryUser>> {
  const conditions = [
    ...(filter.organizationId ? [ofOrganization(filter.organizationId)] : []),
    ...(filter.changedAfter ? [sql<SqlBool>`users.updated_at > ${filter.changedAfter}`] : []),
  ]
  const counted = db
    .selectFrom('users')
    .select(sql<number>`count(*)::int`.as('total'))
    .where((eb) => eb.and(conditions))
  // The ids of the page come first, from the index alone: rows before the page are not read with all that belongs to them.
  const page = db
    .selectFrom('users')
    .select('users.id')
    .where((eb) => eb.and([...conditions, behind(after)]))
    .orderBy('users.createdAt')
    .orderBy('users.id')
    .limit(limit)
    .offset(offset)
  const rows = await directory(db)
    .select([
      conditions.length === 0 ? kept.as('total') : counted.as('total'),
      sql<string>`users.created_at::text`.as('createdAtText'),
    ])
    .where('users.id', 'in', page)
    .orderBy('users.createdAt')
    .orderBy('users.id')
    .execute()
  const items = rows.map(({ total: _total, createdAtText: _text, ...user }) => user)
  const last = rows.at(-1)
  return {
    items,
    total: rows[0]?.total ?? (await counted.executeTakeFirstOrThrow()).total,
    end: last && { createdAt: last.createdAtText, id: last.id },
  }
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
      // Whoever has no password yet has to choose one: that is the documented default (U1).
      sql<boolean>`coalesce(password_credentials.must_change, true)`.as('mustChangePassword'),
      'passwordCredentials.changedAt as passwordChangedAt',
      sql<UserOrganization[]>`coalesce((
        select json_agg(json_build_object('organizationId', organization_id, 'isPrimary', is_primary,
          'relationType', relation_type) order by is_primary desc, created_at, organization_id)
        from memberships where user_id = users.id), '[]')`.as('organizations'),
    ])
}
