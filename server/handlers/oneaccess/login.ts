import type { Handler } from '../types.ts'
import { stand, visitor } from './app.ts'

/** POST /api/v2/sdk/login (S8). */
export const loginWithPassword: Handler<'loginWithPassword'> = async ({ caller, headers, body, deps }) =>
  stand(await deps.appSignIn.withPassword(visitor(caller, headers), body.user_name, body.password))

/** POST /api/v2/sdk/login/mobile-verify-code (S9). */
export const loginWithSmsCode: Handler<'loginWithSmsCode'> = async ({ caller, headers, body, deps }) =>
  stand(await deps.appSignIn.withCode(visitor(caller, headers), body.mobile, body.verify_code))

/** GET /api/v2/sdk/logout (S12). */
export const logoutUser: Handler<'logoutUser'> = async ({ caller, deps }) => {
  await deps.appSessions.end(caller, caller.session)
  return { status: 200 }
}
