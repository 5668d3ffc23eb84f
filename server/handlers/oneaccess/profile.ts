import type { Handler } from '../types.ts'
import { found } from './answers.ts'
import { personEdit, profile } from './personal-fields.ts'

/** GET /api/v2/sdk/profile (S22). */
export const getProfile: Handler<'getProfile'> = ({ caller }) => found(profile(caller.session.user))

/** POST /api/v2/sdk/profile/update (S23). */
export const updateProfile: Handler<'updateProfile'> = async ({ caller, body, deps }) => {
  await deps.users.change(caller, caller.userId, personEdit(body))
  return { status: 200 }
}
