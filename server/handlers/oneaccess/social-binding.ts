import type { Handler } from '../types.ts'
import { signedIn, visitor } from './app.ts'

/** POST /api/v2/sdk/social/bind (S13). */
export const bindSocialAccount: Handler<'bindSocialAccount'> = async ({ caller, headers, body, deps }) => {
  const { mobile, verify_code: code } = body
  return signedIn(await deps.socialSignIn.bind(visitor(caller, headers), caller.waiting, mobile, code))
}

/** POST /api/v2/sdk/social/register-bind (S14). */
export const registerSocialAccount: Handler<'registerSocialAccount'> = async ({ caller, headers, body, deps }) => {
  const { mobile, verify_code: code } = body
  return signedIn(await deps.socialSignIn.register(visitor(caller, headers), caller.waiting, mobile, code))
}
