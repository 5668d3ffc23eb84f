import { oneAccessUserInfo } from '../../domain/users/oneaccess-claims.ts'
import type { Handler } from '../types.ts'
import { found } from './answers.ts'

/** GET /api/v1/oauth2/userinfo: the person whose token it is, and what the application's mapping names (I11). */
export const getOauth2UserInfo: Handler<'getOauth2UserInfo'> = async ({ caller, deps }) => {
  const { attributeMapping } = await deps.applications.named(caller.clientId)
  return found(oneAccessUserInfo(caller.user, caller.scopes, attributeMapping))
}

/** POST /api/v1/oauth2/userinfo: the same, for clients that post (OpenID Connect Core 5.3). */
export const submitOauth2UserInfoRequest: Handler<'submitOauth2UserInfoRequest'> = async ({ caller, deps }) => {
  const { attributeMapping } = await deps.applications.named(caller.clientId)
  return found(oneAccessUserInfo(caller.user, caller.scopes, attributeMapping))
}
