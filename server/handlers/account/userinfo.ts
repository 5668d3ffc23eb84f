import { claimsOf } from '../../domain/users/claims.ts'
import type { Handler } from '../types.ts'

/** GET /connect/userinfo: claims about the signed-in person (OpenID Connect Core 5.3, api-8073827). */
export const getUserInfo: Handler<'getUserInfo'> = ({ caller }) => ({
  status: 200,
  body: claimsOf(caller.user, caller.scopes),
})

/** POST /connect/userinfo: the same, for clients that post (OpenID Connect Core 5.3.1). */
export const submitUserInfoRequest: Handler<'submitUserInfoRequest'> = ({ caller }) => ({
  status: 200,
  body: claimsOf(caller.user, caller.scopes),
})
