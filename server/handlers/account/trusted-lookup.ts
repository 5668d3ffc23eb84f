import type { Handler } from '../types.ts'
import { answer, answerPage, sliceOf, unknownUser } from './answers.ts'
import { userDetails } from './shapes.ts'

/** GET /api/v1.0/trusted/users/guids (api-51449557): every user, the oldest first. */
export const listUserGuids: Handler<'listUserGuids'> = async ({ query, deps }) =>
  answerPage(query, await deps.users.list(sliceOf(query)), (id) => id)

/** POST /api/v1.0/users/guids (api-8257729): one result per look-up, in their order. */
export const findUserGuids: Handler<'findUserGuids'> = async ({ body, request, deps }) => {
  const unknown = unknownUser(request.locale)
  return answer(
    (await deps.users.lookUp(body)).map((user) => {
      return user ? { error: null, userInfo: { guid: user.id } } : { error: unknown, userInfo: null }
    }),
  )
}

/** POST /api/v1.0/users/details (api-8257730): one result per GUID, in their order. */
export const queryUserDetails: Handler<'queryUserDetails'> = async ({ body, request, deps }) => {
  const unknown = unknownUser(request.locale)
  const users = await deps.users.getMany(body)
  return answer(
    body.map((guid) => {
      const user = users.get(guid.toLowerCase())
      return user ? { error: null, userInfo: userDetails(user) } : { error: unknown, userInfo: null }
    }),
  )
}
