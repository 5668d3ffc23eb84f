import type { Context, Handler } from '../../contract/types.ts'
import { DomainError } from '../../errors/domain-error.ts'
import { claimsOf } from '../../oidc/claims.ts'

/** GET /connect/userinfo: claims about the signed-in person (OpenID Connect Core 5.3, api-8073827). */
export const getUserInfo: Handler<'getUserInfo'> = async (context) => ({ status: 200, body: await userInfo(context) })

/** POST /connect/userinfo: the same, for clients that post (OpenID Connect Core 5.3.1). */
export const submitUserInfoRequest: Handler<'submitUserInfoRequest'> = async (context) => ({
  status: 200,
  body: await userInfo(context),
})

async function userInfo({ principal, deps }: Pick<Context<'getUserInfo'>, 'principal' | 'deps'>) {
  const user = principal.sub ? await deps.accounts.findActive(principal.sub) : undefined
  // A client's own token is valid, but there is nobody it could tell about.
  if (!user) throw new DomainError('invalid_token')
  return claimsOf(user, principal.scopes)
}
