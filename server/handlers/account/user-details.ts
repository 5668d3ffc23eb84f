import type { Handler } from '../types.ts'
import { answer } from './answers.ts'
import { externalLogin, userDetails } from './shapes.ts'

/** GET /api/v1.0/user/details (api-8073828). */
export const getUserDetails: Handler<'getUserDetails'> = ({ caller }) => answer([userDetails(caller.user)])

/** POST /api/v1.0/user/details (api-8073832): changes what is sent. */
export const updateUserDetails: Handler<'updateUserDetails'> = async ({ caller, body, deps }) =>
  answer([userDetails(await deps.users.change(caller, caller.userId, body))])

/** GET /api/v1.0/user/externalLogins (api-10736524). */
export const listUserExternalLogins: Handler<'listUserExternalLogins'> = async ({ caller, deps }) =>
  answer((await deps.externalLogins.list(caller.userId)).map(externalLogin))
