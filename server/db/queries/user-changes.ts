import { type RawBuilder, sql } from 'kysely'
import type { Address, Change, Db, JobInfo } from '../schema.ts'
import { type User, userColumns } from './users.ts'

/** What of a user is changed column by column. */
const plainColumns = [
  'userName',
  'itc',
  'phone',
  'phoneVerified',
  'email',
  'emailVerified',
  'firstName',
  'middleName',
  'lastName',
  'displayName',
  'profileImage',
  'preferredLanguage',
  'accountState',
  'dateOfBirth',
  'isPhoneReceiveInfo',
  'isEmailReceiveInfo',
  'employeeId',
  'grade',
] as const
/** What is changed member by member. */
const mergedColumns = ['address', 'jobInfo', 'attributes', 'extension'] as const
const changeableColumns = [...plainColumns, ...mergedColumns]
type Changeable = (typeof changeableColumns)[number]

/** Under which name a change is counted, where it is not the column's own: a number is changed as a whole. */
const countedAs: Partial<Record<Changeable, string>> = { itc: 'phone' }

/**
 * A partial change. What is undefined stays as it is, also inside of what is merged; there a null member is removed, and null in
 * place of the whole removes it all.
 */
export type UserChange = Pick<Change<'users'>, (typeof plainColumns)[number] | 'attributes' | 'extension'> & {
  readonly address?: Address | null | undefined
  readonly jobInfo?: JobInfo | null | undefined
}

/** The number and address that a user had before a change. */
export type FormerContact = Pick<User, 'itc' | 'phone' | 'email'>

/**
 * Changes a user and counts, for every field that is another than before, one modification. The row is locked, so that of any
 * number of changes at once none is lost and none is counted twice. Open codes of a user whose number, address or state becomes
 * another are ended. One statement.
 * @returns the user as it is now, by the names of what changed how often that has changed by now, and the number and address
 * before; undefined when there is none
 */
export function updateUser(
  db: Db,
  id: string,
  change: UserChange,
): Promise<(User & { changes: Readonly<Record<string, number>>; former: FormerContact }) | undefined> {
  const fields = changeableColumns.filter((column) => change[column] !== undefined)
  const modified = fields.map(
    (field) =>
      sql`case when after.${sql.ref(field)} is distinct from before.${sql.ref(field)} then ${countedAs[field] ?? field} end`,
  )
  return db
    .with('before', (query) =>
      query
        .selectFrom('users')
        .select(['id', ...changeableColumns])
        .where('id', '=', id)
        .forUpdate(),
    )
    .with('after', (query) =>
      query
        .updateTable('users')
        .from('before')
        .set({ ...plain(change), ...proven(change), ...merged(change), updatedAt: sql`now()` })
        .whereRef('users.id', '=', 'before.id')
        .returning(userColumns.map((column) => `users.${column}` as const)),
    )
    .with('modified', (query) =>
      query
        .selectFrom('after')
        .innerJoin('before', 'before.id', 'after.id')
        .distinct()
        .select([
          'after.id as userId',
          sql<string>`unnest(array_remove(array[${sql.join(modified)}]::text[], null))`.as('field'),
        ]),
    )
    .with('counted', (query) =>
      query
        .insertInto('userModifications')
        .columns(['userId', 'field'])
        .expression((eb) => eb.selectFrom('modified').select(['userId', 'field']))
        .onConflict((conflict) =>
          conflict
            .columns(['userId', 'field'])
            .doUpdateSet({ count: sql`user_modifications.count + 1`, changedAt: sql`now()` }),
        )
        .returning(['field', 'count']),
    )
    .with('revoked', (query) =>
      query
        .deleteFrom('verificationCodes')
        .using('modified')
        .whereRef('verificationCodes.userId', '=', 'modified.userId')
        .where('modified.field', 'in', ['phone', 'email', 'accountState']),
    )
    .selectFrom('after')
    .select(userColumns)
    .select([
      sql<Record<string, number>>`(select coalesce(jsonb_object_agg(field, count), '{}') from counted)`.as('changes'),
      sql<FormerContact>`(select jsonb_build_object('itc', itc, 'phone', phone, 'email', email) from before)`.as(
        'former',
      ),
    ])
    .executeTakeFirst()
}

function plain(change: UserChange): UserChange {
  return Object.fromEntries(plainColumns.map((column) => [column, change[column]]))
}

/** A number or an address that becomes another is not proven any longer, unless the change says so. */
function proven(change: UserChange): Partial<Record<'phoneVerified' | 'emailVerified', RawBuilder<boolean>>> {
  const { itc, phone, email, phoneVerified, emailVerified } = change
  return {
    ...(phone !== undefined &&
      phoneVerified === undefined && {
        phoneVerified: sql`users.phone_verified and (users.itc, users.phone) is not distinct from (${itc}::text, ${phone}::text)`,
      }),
    ...(email !== undefined &&
      emailVerified === undefined && {
        emailVerified: sql`users.email_verified and users.email is not distinct from ${email}::text`,
      }),
  }
}

function merged(change: UserChange): Partial<Record<(typeof mergedColumns)[number], RawBuilder<never>>> {
  const changes = mergedColumns.flatMap((column) => {
    const value = change[column]
    if (value === undefined) return []
    return [[column, mergedInto(column, value)]]
  })
  return Object.fromEntries(changes)
}

/** The two that every user has are emptied, the others are absent when they hold nothing. */
function mergedInto(column: (typeof mergedColumns)[number], value: object | null): RawBuilder<never> {
  const always = column === 'attributes' || column === 'extension'
  if (value === null) return always ? sql`'{}'` : sql`null`
  const members = Object.entries(value)
  const removed = members.filter(([, member]) => member === null).map(([name]) => name)
  // What an application keeps inside of a member may be null.
  const given = JSON.stringify(Object.fromEntries(members.filter(([, member]) => member !== null)))
  const whole = sql<never>`(coalesce(${sql.ref(`users.${column}`)}, '{}') || ${given}::jsonb) - ${removed}::text[]`
  return always ? whole : sql`nullif(${whole}, '{}')`
}

/** How often each field of a user was changed; a field that never was is missing. One statement. */
export async function findModificationCounts(db: Db, userId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('userModifications')
    .select(['field', 'count'])
    .where('userId', '=', userId)
    .orderBy('field')
    .execute()
  return new Map(rows.map(({ field, count }) => [field, count]))
}
