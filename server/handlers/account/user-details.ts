import type { Handler } from '../types.ts'
import { answer } from './answers.ts'
import { userDetails } from './shapes.ts'

/** GET /api/v1.0/user/details (api-8073828). */
export const getUserDetails: Handler<'getUserDetails'> = ({ caller }) => answer([userDetails(caller.user)])

/** POST /api/v1.0/user/details (api-8073832): changes what is sent. */
export const updateUserDetails: Handler<'updateUserDetails'> = async ({ caller, body, deps }) =>
  answer([userDetails(await deps.users.change(caller, caller.userId, body))])
