import type { Handler } from '../types.ts'
import { answer, answerPage, changeError, itemError, sliceOf } from './answers.ts'
import { userBasic } from './shapes.ts'

/** GET /api/v1.0/oem/users (api-20815122): the client's own users, the oldest first. */
export const listOemUsers: Handler<'listOemUsers'> = async ({ caller, query, deps }) =>
  answerPage(query, await deps.oemUsers.list(caller.clientId, sliceOf(query)), userBasic)

/** POST /api/v1.0/oem/users/registration (api-20594676): one result per user, in their order. */
export const registerOemUsers: Handler<'registerOemUsers'> = async ({ caller, body, request, deps }) =>
  answer(
    (await deps.oemUsers.register(caller, body)).map(({ failure, user }, index) => ({
      error: itemError(failure, request.locale, { index, as: 'user_not_created' }),
      userInfo: user && userBasic(user),
    })),
  )

/** POST /api/v1.0/oem/users/update (api-20817875): one result per user, in their order. */
export const updateOemUsers: Handler<'updateOemUsers'> = async ({ caller, body, request, deps }) =>
  answer(
    (await deps.oemUsers.change(caller, body)).map(({ failure, user }, index) => ({
      error: changeError(failure, request.locale, index),
      userInfo: user && userBasic(user),
    })),
  )

/** DELETE /api/v1.0/oem/users/delete (api-20815109): one result per user, in their order, as they were. */
export const deleteOemUsers: Handler<'deleteOemUsers'> = async ({ caller, body, request, deps }) =>
  answer(
    (await deps.oemUsers.delete(caller, body)).map(({ failure, user }, index) => ({
      error: itemError(failure, request.locale, { index }),
      userInfo: user && userBasic(user),
    })),
  )
