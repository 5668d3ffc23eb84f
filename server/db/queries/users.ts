import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

/** A person's account, without anything secret. */
export interface User {
  id: string
  userName: string
  firstName: string | null
  lastName: string | null
  displayName: string | null
  profileImage: string | null
  preferredLanguage: string
  itc: string | null
  phone: string | null
  phoneVerified: boolean
  email: string | null
  emailVerified: boolean
  dateOfBirth: string | null
  accountState: string
  updatedAt: Date
}

/** What a password sign-in needs to know of a person. */
export interface UserWithPassword {
  id: string
  accountState: string
  passwordHash: string | null
  passwordExpiresAt: Date | null
  mustChangePassword: boolean
}

/** The account with that GUID. One statement. */
export async function findUser(db: Kysely<Database>, id: string): Promise<User | undefined> {
  const row = await db
    .selectFrom('users')
    .select([
      'id',
      'user_name',
      'first_name',
      'last_name',
      'display_name',
      'profile_image',
      'preferred_language',
      'itc',
      'phone',
      'phone_verified',
      'email',
      'email_verified',
      sql<string | null>`to_char(date_of_birth, 'YYYY-MM-DD')`.as('date_of_birth'),
      'account_state',
      'updated_at',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      userName: row.user_name,
      firstName: row.first_name,
      lastName: row.last_name,
      displayName: row.display_name,
      profileImage: row.profile_image,
      preferredLanguage: row.preferred_language,
      itc: row.itc,
      phone: row.phone,
      phoneVerified: row.phone_verified,
      email: row.email,
      emailVerified: row.email_verified,
      dateOfBirth: row.date_of_birth,
      accountState: row.account_state,
      updatedAt: row.updated_at,
    }
  )
}

/**
 * The person who signs in under that name: a user name, a mail address, or a phone number with or without its
 * dialling code. A name shaped like a phone number or an address belongs to whoever owns that number or address,
 * whatever user name somebody else has chosen. One statement.
 */
export async function findUserBySignInName(db: Kysely<Database>, name: string): Promise<UserWithPassword | undefined> {
  const row = await matching(db, name).executeTakeFirst()
  return (
    row && {
      id: row.id,
      accountState: row.account_state,
      passwordHash: row.hash,
      passwordExpiresAt: row.expires_at,
      mustChangePassword: row.must_change ?? false,
    }
  )
}

function matching(db: Kysely<Database>, name: string) {
  const query = db
    .selectFrom('users')
    .leftJoin('password_credentials', 'password_credentials.user_id', 'users.id')
    .select([
      'users.id',
      'users.account_state',
      'password_credentials.hash',
      'password_credentials.expires_at',
      'password_credentials.must_change',
    ])
    .limit(1)
  const byUserName = sql<boolean>`lower(users.user_name) = lower(${name})`
  if (name.includes('@')) {
    const byEmail = sql<boolean>`lower(users.email) = lower(${name})`
    return query.where((eb) => eb.or([byEmail, byUserName])).orderBy(byEmail, 'desc')
  }
  if (/^\+?\d{5,20}$/.test(name)) {
    const byPhone = sql<boolean>`users.phone = ${name.replace(/^\+86/, '')} or users.itc || users.phone = ${name}`
    return query
      .where((eb) => eb.or([byPhone, byUserName]))
      .orderBy(byPhone, 'desc')
      .orderBy(sql`users.itc = '+86'`, 'desc')
  }
  return query.where(byUserName)
}
