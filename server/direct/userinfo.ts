import type { components } from '../../generated/account.ts'
import { claimsOf } from '../domain/users/claims.ts'
import type { DirectRequest } from './request.ts'
import type { DirectServices } from './services.ts'

/** RFC 6750 section 2.1. */
const bearer = /^Bearer ([\w.-]+)$/

/**
 * Claims about the person whose token it is (OpenID Connect Core 5.3). One statement.
 * @returns undefined where the handler is to answer
 */
export async function answerUserInfo(
  { accessTokens }: DirectServices,
  { headers, fields }: DirectRequest,
): Promise<components['schemas']['UserInfo'] | undefined> {
  const [, token] = bearer.exec(headers.authorization ?? '') ?? []
  if (!token || Object.keys(fields).length > 0) return undefined
  const { person, scopes } = (await accessTokens.personOf(token)) ?? {}
  // The contract's policy: a person's token with one of the two scopes.
  return person && (scopes?.has('openid') || scopes?.has('profile')) ? claimsOf(person, scopes) : undefined
}
