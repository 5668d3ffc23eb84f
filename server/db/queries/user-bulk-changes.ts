import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { UserChange } from './user-changes.ts'
import { type User, userColumns } from './users.ts'

/** What is changed of many users at once, with the type that each column has in PostgreSQL. */
const plainColumns = {
  firstName: 'text',
  lastName: 'text',
  displayName: 'text',
  preferredLanguage: 'text',
  dateOfBirth: 'date',
  isPhoneReceiveInfo: 'boolean',
  isEmailReceiveInfo: 'boolean',
} as const
/** What is changed member by member. */
const mergedColumns = ['address', 'jobInfo'] as const
const columns = [...(Object.keys(plainColumns) as (keyof typeof plainColumns)[]), ...mergedColumns]

/** A partial change of many users at once, see `UserChange`. */
export type UserBulkChange = Pick<UserChange, (typeof columns)[number]>

/**
 * Changes users, each in its own way, and counts for every field that is another than before one modification. Rows are locked
 * in the order of their ids, so that lists that cross each other do not wait for each other; rows that refer to them may be
 * written meanwhile. The list is one parameter, and has every user once. One statement.
 * @param ownedBy only users of this OEM client
 * @returns the users as they are now, with the names of what changed; who does not exist is missing
 */
export async function updateUsers(
  db: Db,
  changes: readonly { readonly id: string; readonly change: UserBulkChange }[],
  ownedBy?: string,
): Promise<(User & { readonly changed: string[] })[]> {
  const before = (column: string) => sql.ref(`before.${column}`)
  const { rows } = await sql<User & { changed: string[] }>`
    with edits as materialized (
      select id, change from jsonb_to_recordset(${JSON.stringify(changes)}) as (id uuid, change jsonb)
    ),
    before as materialized (
      select id, ${sql.join(columns.map((column) => sql.ref(column)))} from users
      where id = any(array(select id from edits)) and ${ownedBy === undefined ? sql`true` : sql`oem_client_id = ${ownedBy}`}
      order by id for no key update
    ),
    after as (
      update users set
        ${sql.join(columns.map((column) => sql`${sql.ref(column)} = case when change ? ${sql.lit(column)} then ${changed(column)} else ${before(column)} end`))},
        updated_at = now()
      from before join edits using (id) where users.id = before.id
      returning ${sql.join(userColumns.map((column) => sql.ref(`users.${column}`)))}
    ),
    modified as (
      select after.id, field from after join before using (id) cross join lateral (values
        ${sql.join(columns.map((column) => sql`(${sql.lit(column)}, ${sql.ref(`after.${column}`)} is distinct from ${before(column)})`))}
      ) as fields (field, differs)
      where differs
    ),
    counted as (
      insert into user_modifications (user_id, field) select id, field from modified
      on conflict (user_id, field) do update set count = user_modifications.count + 1, changed_at = now()
    )
    select ${sql.join(userColumns.map((column) => sql.ref(`after.${column}`)))},
      array(select field from modified where modified.id = after.id order by field) as changed
    from after`.execute(db)
  return rows
}

/** What a column becomes by a change that names it. */
function changed(column: (typeof columns)[number]): RawBuilder<unknown> {
  if (column !== 'address' && column !== 'jobInfo') {
    return sql`(change ->> ${sql.lit(column)})::${sql.raw(plainColumns[column])}`
  }
  const members = sql`coalesce(${sql.ref(`before.${column}`)}, '{}') || (change -> ${sql.lit(column)})`
  // A member that is null goes, and so does the whole where nothing is left of it.
  return sql`case when jsonb_typeof(change -> ${sql.lit(column)}) = 'object'
    then nullif(jsonb_strip_nulls(${members}), '{}') end`
}
