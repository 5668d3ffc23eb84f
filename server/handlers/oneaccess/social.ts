import type { Handler } from '../types.ts'
import { found } from './answers.ts'
import { socialAccount } from './personal-fields.ts'

/** GET /api/v2/sdk/social (S15): of the platforms that the page names. */
export const listSocialAccounts: Handler<'listSocialAccounts'> = async ({ caller, deps }) => {
  const logins = await deps.externalLogins.listMade(caller.userId)
  return found({ social: logins.flatMap((login) => socialAccount(login) ?? []) })
}

/** POST /api/v2/sdk/social/unbind-account (S16). */
export const unbindSocialAccount: Handler<'unbindSocialAccount'> = async ({ caller, body, deps }) => {
  await deps.externalLogins.remove(caller, caller.userId, { id: body.id })
  return { status: 200 }
}
