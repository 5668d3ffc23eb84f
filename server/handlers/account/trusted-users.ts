import type { Handler } from '../types.ts'
import { answer, answerPage, changeError, itemError, sliceOf } from './answers.ts'
import { loginRecord, userBasic, userDetails } from './shapes.ts'

/** POST /api/v1.0/users/inviteUsers (api-8257731): one result per user; a conflict shows who is there already. */
export const createUsers: Handler<'createUsers'> = async ({ caller, body, request, deps }) => {
  const created = await deps.users.create(
    caller,
    body.map(({ ITC, ...user }) => ({ ...user, itc: ITC })),
  )
  return answer(
    created.map(({ failure, user }, index) => ({
      error: itemError(failure, request.locale, { index, as: 'user_not_created' }),
      userInfo: user && userBasic(user),
    })),
  )
}

/** GET /api/v1.0/trusted/users/loginRecords (api-42716348): the newest first. */
export const listLoginRecords: Handler<'listLoginRecords'> = async ({ query, deps }) =>
  answerPage(query, await deps.loginRecords.list(query, sliceOf(query)), loginRecord)

/** POST /api/v1.0/trusted/users/details (api-268783585): one result per user, in their order. */
export const updateUsersDetails: Handler<'updateUsersDetails'> = async ({ caller, body, request, deps }) => {
  const changed = await deps.users.changeMany(
    caller,
    body.map(({ guid, ...edit }) => ({ id: guid, edit })),
  )
  return answer(
    changed.map(({ failure, user }, index) => ({
      error: changeError(failure, request.locale, index),
      userInfo: user && userDetails(user),
    })),
  )
}
