import { sql } from 'kysely'
import type { Db, NewRow, Row } from '../schema.ts'
import { hasSignedIn, hasSignedInFrom } from './login-records.ts'
import { passwordMark } from './password-credentials.ts'

export const userColumns = [
  'id',
  'userName',
  'firstName',
  'middleName',
  'lastName',
  'displayName',
  'profileImage',
  'preferredLanguage',
  'itc',
  'phone',
  'phoneVerified',
  'email',
  'emailVerified',
  'accountState',
  'dateOfBirth',
  'address',
  'jobInfo',
  'isPhoneReceiveInfo',
  'isEmailReceiveInfo',
  'employeeId',
  'grade',
  'attributes',
  'extension',
  'createdAt',
  'updatedAt',
] as const
/** What claims about a person are made of. */
export const personColumns = [
  'id',
  'userName',
  'firstName',
  'lastName',
  'displayName',
  'profileImage',
  'preferredLanguage',
  'itc',
  'phone',
  'phoneVerified',
  'email',
  'emailVerified',
  'dateOfBirth',
  'updatedAt',
] as const satisfies readonly (typeof userColumns)[number][]

/** Columns of `users` in a statement that is written out. */
const written = (columns: readonly string[]) =>
  sql.raw(columns.map((name) => `users.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`).join(', '))
export const userColumnList = written(userColumns)
export const personColumnList = written(personColumns)

const keyColumns = ['userNameKey', 'emailKey', 'phoneKey'] as const

/** A person's account, without anything secret. */
export type User = Row<'users', typeof userColumns>

/** As much of it as claims tell. */
export type Person = Pick<User, (typeof personColumns)[number]>

/** An account with what it is found by: name, mail address and phone number in canonical form. */
export type KeyedUser = Row<'users', [...typeof userColumns, ...typeof keyColumns]>

/** The account with that GUID. One statement. */
export function findUser(db: Db, id: string): Promise<User | undefined> {
  return db.selectFrom('users').select(userColumns).where('id', '=', id).executeTakeFirst()
}

/** The accounts with these GUIDs, in no order; the list is one parameter. One statement. */
export function findUsers(db: Db, ids: readonly string[]): Promise<User[]> {
  return db.selectFrom('users').select(userColumns).where(sql<boolean>`id = any(${ids})`).execute()
}

/** Canonical forms to look for, as server/domain/text makes them. */
export interface UserKeys {
  readonly userNames: readonly string[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
}

/** Whoever has one of these names, mail addresses or phone numbers. One statement. */
export function findUsersByKeys(db: Db, { userNames, emails, phones }: UserKeys): Promise<KeyedUser[]> {
  return db
    .selectFrom('users')
    .select(userColumns)
    .select(keyColumns)
    .where((eb) =>
      eb.or([
        sql<boolean>`user_name_key = any(${userNames})`,
        sql<boolean>`email_key = any(${emails})`,
        sql<boolean>`phone_key = any(${phones})`,
      ]),
    )
    .execute()
}

/** What an insert of users writes, with the type that each column has in PostgreSQL. */
const insertedColumns = {
  id: 'uuid',
  userName: 'text',
  itc: 'text',
  phone: 'text',
  phoneVerified: 'boolean',
  email: 'text',
  emailVerified: 'boolean',
  firstName: 'text',
  middleName: 'text',
  lastName: 'text',
  displayName: 'text',
  preferredLanguage: 'text',
  accountState: 'text',
  dateOfBirth: 'date',
  employeeId: 'text',
  grade: 'integer',
  attributes: 'jsonb',
  extension: 'jsonb',
  oemClientId: 'text',
} as const satisfies Partial<Record<keyof NewRow<'users'>, string>>

/** A user as it is inserted: nothing is left to a default. */
export type NewUserRow = { [Column in keyof typeof insertedColumns]-?: Exclude<NewRow<'users'>[Column], undefined> }

/**
 * Inserts users in their order. Who has a name, address or number that is taken, also by an earlier one of the list, is
 * passed over: `findUsersByKeys` tells by whom. The list is one parameter, so that the statement has one text. One statement.
 * @returns those that were inserted
 */
export async function insertUsers(db: Db, users: readonly NewUserRow[]): Promise<User[]> {
  const names = Object.keys(insertedColumns)
  const given = Object.entries(insertedColumns).map(([name, type]) => sql.raw(`"${name}" ${type}`))
  const { rows } = await sql<User>`
    insert into users (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(names.map((name) => sql.raw(`"${name}"`)))}
    from rows from (jsonb_to_recordset(${JSON.stringify(users)}) as (${sql.join(given)})) with ordinality
    order by ordinality
    on conflict do nothing
    returning ${sql.join(userColumns.map((column) => sql.ref(column)))}`.execute(db)
  return rows
}

/** Lets no other transaction insert many users at once until this one ends. One statement. */
export async function lockManyInserts(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('openaccount.users'))`.execute(db)
}

/** What a password sign-in needs to know of a person. */
export type UserWithPassword = NonNullable<Awaited<ReturnType<typeof findUserBySignInName>>>

/** A name to sign in with, as server/domain/sign-in/sign-in-name.ts reads it. */
export interface SignInKeys {
  readonly canonical: string
  readonly mail: string
  readonly typed: string
  readonly phone: string | undefined
}

/**
 * The person who signs in under that name: a phone number, a mail address or a user name. A name shaped like a phone
 * number or an address belongs to whoever owns that number or address, whatever user name somebody else has chosen.
 * One statement.
 * @param network where the person asks from; `knownNetwork` tells whether they have signed in from there before, `signedInBefore` from anywhere
 */
export function findUserBySignInName(db: Db, { canonical, mail, typed, phone }: SignInKeys, network: string) {
  const names = [canonical, mail, typed]
  const byPhone = sql<boolean>`coalesce(users.phone_key = ${phone ?? null}, false)`
  const byEmail = sql<boolean>`coalesce(users.email_key = any(${names}), false)`
  return db
    .selectFrom('users')
    .leftJoin('passwordCredentials', 'passwordCredentials.userId', 'users.id')
    .select([
      'users.id',
      'users.accountState',
      'passwordCredentials.hash as passwordHash',
      'passwordCredentials.expiresAt as passwordExpiresAt',
      passwordMark.as('passwordMark'),
      sql<boolean>`coalesce(password_credentials.must_change, false)`.as('mustChangePassword'),
      hasSignedInFrom(network).as('knownNetwork'),
      hasSignedIn.as('signedInBefore'),
    ])
    .where((eb) =>
      eb.or([
        sql<boolean>`users.user_name_key = any(${names})`,
        sql<boolean>`users.email_key = any(${names})`,
        sql<boolean>`users.phone_key = ${phone ?? null}`,
      ]),
    )
    .orderBy(byPhone, 'desc')
    .orderBy(byEmail, 'desc')
    .orderBy(sql`coalesce(users.email_key = ${typed}, false) or users.user_name_key = ${typed}`, 'desc')
    .limit(1)
    .executeTakeFirst()
}
