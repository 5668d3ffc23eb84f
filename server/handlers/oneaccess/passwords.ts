import type { Handler } from '../types.ts'
import { signedIn, visitor } from './app.ts'

/** GET /api/v2/sdk/pwd/skip-update (S17). */
export const skipPasswordChange: Handler<'skipPasswordChange'> = async ({ caller, headers, deps }) =>
  signedIn(await deps.signInSteps.skipPasswordChange(visitor(caller, headers), caller.waiting))

/** POST /api/v2/sdk/pwd/update (S18). */
export const changeExpiredPassword: Handler<'changeExpiredPassword'> = async ({ caller, headers, body, deps }) => {
  const passwords = { old: body.old_password, next: body.new_password }
  return signedIn(await deps.signInSteps.changePassword(visitor(caller, headers), caller.waiting, passwords))
}

/** POST /api/v2/sdk/pwd/update-by-mobile (S19). */
export const resetPasswordByMobile: Handler<'resetPasswordByMobile'> = async ({ caller, body, deps }) => {
  const contact = { channel: 'sms', text: body.mobile } as const
  await deps.passwordResets.complete(caller, contact, body.verify_code, body.password)
  return { status: 200 }
}
