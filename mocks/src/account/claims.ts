import type { Row } from '../memory/collection.ts'

/** A claim of OpenID Connect Core 5.1, and what of a user it tells. */
type Source = (user: Row) => unknown

const claims: Readonly<Record<string, Readonly<Record<string, Source>>>> = {
  profile: {
    name: ({ displayName }) => displayName,
    given_name: ({ firstName }) => firstName,
    family_name: ({ lastName }) => lastName,
    preferred_username: ({ userName }) => userName,
    picture: ({ profileImage }) => profileImage,
    birthdate: ({ dateOfBirth }) => dateOfBirth,
    locale: ({ preferredLanguage }) => preferredLanguage,
    updated_at: ({ updateTime }) => Math.floor(Date.parse(String(updateTime)) / 1000),
  },
  email: { email: ({ email }) => email, email_verified: ({ email }) => email && true },
  phone: {
    // E.164, as OpenID Connect Core 5.1 recommends.
    phone_number: ({ itc, phone }) => phone && `${itc ?? '+86'}${phone}`,
    phone_number_verified: ({ phone }) => phone && true,
  },
}

/** What the scopes tell about a user, and what a test has given them besides (`claims`). What is unknown is left out. */
export function claimsOf(user: Row, scopes: readonly string[]): Row {
  const told = scopes.flatMap((scope) => (Object.hasOwn(claims, scope) ? Object.entries(claims[scope] ?? {}) : []))
  const known = told.map(([name, source]) => [name, source(user)] as const).filter(([, value]) => value !== null)
  return { sub: user.guid, ...Object.fromEntries(known), ...(user.claims as Row | undefined) }
}
