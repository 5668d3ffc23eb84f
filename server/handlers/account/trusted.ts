import type { Handler } from '../types.ts'
import { answer } from './answers.ts'

/** POST /api/v1.0/trusted/corps/refreshDepartments (api-282979849): done at once, or going on in the background. */
export const refreshDepartments: Handler<'refreshDepartments'> = async ({ caller, body, deps }) => {
  const { corpId, state, updatedAt } = await deps.corpRefresh.refresh(caller, body.guid)
  return answer([{ guid: corpId, state, updateTime: updatedAt.toISOString() }])
}

/** POST /api/v1.0/trusted/mns (api-187064736): for every client of the user that listens. */
export const pushServiceMessage: Handler<'pushServiceMessage'> = async ({ caller, body, deps }) => {
  const { objectId: userId, types: type, content } = body
  return answer([await deps.serviceMessages.push(caller, { userId, type, content })])
}
