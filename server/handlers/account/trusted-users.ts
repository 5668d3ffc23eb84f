import type { Handler } from '../types.ts'
import { answer, itemError } from './answers.ts'
import { userBasic } from './shapes.ts'

/** POST /api/v1.0/users/inviteUsers (api-8257731): one result per user; a conflict shows who is there already. */
export const createUsers: Handler<'createUsers'> = async ({ caller, body, request, deps }) => {
  const created = await deps.users.create(
    caller,
    body.map(({ ITC, ...user }) => ({ ...user, itc: ITC })),
  )
  return answer(
    created.map(({ failure, user }) => ({
      error: itemError(failure, request.locale, 'user_not_created'),
      userInfo: user && userBasic(user),
    })),
  )
}
