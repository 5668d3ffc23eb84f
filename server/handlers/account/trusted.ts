import type { Handler } from '../types.ts'
import { answer } from './answers.ts'

/** POST /api/v1.0/trusted/corps/refreshDepartments (api-282979849): done at once, or going on in the background. */
export const refreshDepartments: Handler<'refreshDepartments'> = async ({ caller, body, deps }) => {
  const { corpId, state, updatedAt } = await deps.corpRefresh.refresh(caller, body.guid)
  return answer([{ guid: corpId, state, updateTime: updatedAt.toISOString() }])
}
