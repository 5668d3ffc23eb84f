import type { Person } from '../../db/queries/users.ts'

/** Which claims a scope gives (OpenID Connect Core 5.4). */
export const claimsOfScope = {
  openid: ['sub'],
  profile: ['name', 'given_name', 'family_name', 'preferred_username', 'picture', 'birthdate', 'locale', 'updated_at'],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
} as const satisfies Record<string, readonly string[]>

/** Standard claims about a person; what is unknown is left out. */
export interface UserClaims {
  sub: string
  name?: string
  given_name?: string
  family_name?: string
  preferred_username?: string
  picture?: string
  birthdate?: string
  locale?: string
  /** Unix seconds. */
  updated_at?: number
  email?: string
  email_verified?: boolean
  phone_number?: string
  phone_number_verified?: boolean
}

/** What the given scopes tell about a person (OpenID Connect Core 5.1). */
export function claimsOf(user: Person, scopes: ReadonlySet<string>): UserClaims {
  const claims: UserClaims = { sub: user.id }
  if (scopes.has('profile')) {
    set(claims, 'name', user.displayName)
    set(claims, 'given_name', user.firstName)
    set(claims, 'family_name', user.lastName)
    claims.preferred_username = user.userName
    set(claims, 'picture', user.profileImage)
    set(claims, 'birthdate', user.dateOfBirth)
    claims.locale = user.preferredLanguage
    claims.updated_at = Math.floor(user.updatedAt.getTime() / 1000)
  }
  if (scopes.has('email') && user.email !== null) {
    claims.email = user.email
    claims.email_verified = user.emailVerified
  }
  if (scopes.has('phone') && user.phone !== null) {
    // E.164, as OpenID Connect Core 5.1 recommends.
    claims.phone_number = `${user.itc ?? '+86'}${user.phone}`
    claims.phone_number_verified = user.phoneVerified
  }
  return claims
}

function set<Name extends keyof UserClaims>(claims: UserClaims, name: Name, value: UserClaims[Name] | null): void {
  if (value !== null) claims[name] = value
}
