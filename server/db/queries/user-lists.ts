import { type SqlBool, sql } from 'kysely'
import type { Db, RelationType, Row } from '../schema.ts'
import { behind, keptCount, type PageUpTo, type Place, type Slice } from './paging.ts'
import { userColumns } from './users.ts'

/**
 * The GUIDs of all users, the oldest first. The index alone answers it. One statement.
 * @param after the place behind which the slice begins
 */
export async function listUserIds(db: Db, { offset, limit }: Slice, after?: Place): Promise<PageUpTo<string>> {
  const { rows } = await sql<{ total: number; items: string[]; end: string | null }>`
    select ${keptCount('users')} as total, coalesce(array_agg(id::text order by created_at, id), '{}') as items,
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
 * Users of one organization, as long as they are in it, or of all, the oldest first. One statement, two for a page without rows.
 * @param after the place behind which the slice begins
 */
export async function listUsers(
  db: Db,
  filter: UserListFilter,
  slice: Slice,
  after?: Place,
): Promise<PageUpTo<DirectoryUser>> {
  const total = totalOf(filter)
  const rows = await directory(db)
    .innerJoin(pageOf(db, filter, slice, after).as('page'), 'page.id', 'users.id')
    .select([total.as('total'), sql<string>`page.created_at::text`.as('placedAt')])
    .orderBy('page.createdAt')
    .orderBy('page.id')
    .execute()
  const items = rows.map(({ total: _total, placedAt: _placedAt, ...user }) => user)
  const last = rows.at(-1)
  if (last) return { items, total: last.total, end: { createdAt: last.placedAt, id: last.id } }
  const counted = await db.selectNoFrom(total.as('total')).executeTakeFirstOrThrow()
  return { items, total: counted.total, end: undefined }
}

/** The ids of a page, from an index alone: rows before the page are not read with all that belongs to them. */
function pageOf(db: Db, { organizationId, changedAfter }: UserListFilter, { offset, limit }: Slice, after?: Place) {
  if (organizationId === undefined) {
    const users = db.selectFrom('users').select(['id', 'createdAt']).where(behind(after))
    const changed = changedAfter ? users.where('updatedAt', '>', changedAfter) : users
    return changed.orderBy('createdAt').orderBy('id').limit(limit).offset(offset)
  }
  const members = db
    .selectFrom('memberships')
    .select(['userId as id', 'createdAt'])
    .where('organizationId', '=', organizationId)
    .where(behind(after, { createdAt: 'createdAt', id: 'userId' }))
  const changed = changedAfter ? members.where(isChangedAfter(changedAfter)) : members
  return changed.orderBy('createdAt').orderBy('userId').limit(limit).offset(offset)
}

function totalOf({ organizationId, changedAfter }: UserListFilter) {
  if (changedAfter === undefined) return keptCount(organizationId ? `memberships ${organizationId}` : 'users')
  return organizationId
    ? sql<number>`(select count(*)::int from memberships
        where organization_id = ${organizationId} and ${isChangedAfter(changedAfter)})`
    : sql<number>`(select count(*)::int from users where updated_at > ${changedAfter})`
}

const isChangedAfter = (moment: Date) =>
  sql<SqlBool>`exists (select from users where users.id = memberships.user_id and users.updated_at > ${moment})`

/** One user as the directory shows it. One statement. */
export function findDirectoryUser(db: Db, id: string): Promise<DirectoryUser | undefined> {
  return directory(db).where('users.id', '=', id).executeTakeFirst()
}

/** The same by the canonical form of the user name. One statement. */
export function findDirectoryUserByName(db: Db, userNameKey: string): Promise<DirectoryUser | undefined> {
  return directory(db).where('users.userNameKey', '=', userNameKey).executeTakeFirst()
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
