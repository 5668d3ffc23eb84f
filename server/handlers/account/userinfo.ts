import { ContractFailure } from '../../contract/failure.ts'
import { claimsOf } from '../../domain/users/claims.ts'
import type { Context, Handler } from '../types.ts'

/** GET /connect/userinfo: claims about the signed-in person (OpenID Connect Core 5.3, api-8073827). */
export const getUserInfo: Handler<'getUserInfo'> = async (context) => ({ status: 200, body: await userInfo(context) })

/** POST /connect/userinfo: the same, for clients that post (OpenID Connect Core 5.3.1). */
export const submitUserInfoRequest: Handler<'submitUserInfoRequest'> = async (context) => ({
  status: 200,
  body: await userInfo(context),
})

async function userInfo({ caller, deps }: Pick<Context<'getUserInfo'>, 'caller' | 'deps'>) {
  const user = await deps.accounts.findActive(caller.userId)
  // Disabled between the look at the token and this one.
  if (!user) throw new ContractFailure('invalid_token')
  return claimsOf(user, caller.scopes)
}
