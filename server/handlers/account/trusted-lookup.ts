import type { Handler } from '../types.ts'
import { answerPage, sliceOf } from './answers.ts'

/** GET /api/v1.0/trusted/users/guids (api-51449557): every user, the oldest first. */
export const listUserGuids: Handler<'listUserGuids'> = async ({ query, deps }) =>
  answerPage(query, await deps.users.list(sliceOf(query)), (id) => id)
