import type { Handler } from '../types.ts'
import { answer } from './answers.ts'
import { userBasic } from './shapes.ts'

/** GET /api/v1.0/user/basic (api-31024408). */
export const getUserBasic: Handler<'getUserBasic'> = ({ caller }) => answer([userBasic(caller.user)])

/** POST /api/v1.0/user/basic (api-8073831): changes what is sent. */
export const updateUserBasic: Handler<'updateUserBasic'> = async ({ caller, body, deps }) =>
  answer([userBasic(await deps.users.change(caller, caller.userId, body))])
