import type { Person, User } from '../../db/queries/users.ts'
import type { JsonObject } from '../../db/schema.ts'
import { shortPhone } from '../text/phones.ts'
import { mappedAttributes } from './person-attributes.ts'

/** A person in an id token of OneAccess, fields as the sister's `api` claim and userinfo (I11) name them. */
export interface OneAccessClaims {
  sub: string
  id: string
  userName: string
  name?: string
  email?: string
  mobile?: string
}

/** What OneAccess says of a person in an id token; what is unknown is left out. */
export function oneAccessClaims(user: Person): OneAccessClaims {
  const mobile = shortPhone(user)
  return {
    sub: user.id,
    id: user.id,
    userName: user.userName,
    ...(user.displayName !== null && { name: user.displayName }),
    ...(user.email !== null && { email: user.email }),
    ...(mobile !== null && { mobile }),
  }
}

/**
 * The same at its userinfo, beside what the application's mapping names; the subject for OpenID Connect alone (I11).
 * @param scopes those of the access token
 */
export function oneAccessUserInfo(
  user: User,
  scopes: ReadonlySet<string>,
  mapping: JsonObject,
): Omit<OneAccessClaims, 'sub'> & Readonly<Record<string, string>> {
  const { sub, ...claims } = oneAccessClaims(user)
  return { ...mappedAttributes(mapping, user), ...claims, ...(scopes.has('openid') && { sub }) }
}
