import type { Handler } from '../types.ts'
import { answer, answerPage, sliceOf } from './answers.ts'
import { roleGroup } from './shapes.ts'

/** GET /api/v1.0/roles (api-8219003): role groups by name. */
export const listRoleGroups: Handler<'listRoleGroups'> = async ({ query, deps }) =>
  answerPage(query, await deps.roleGroups.list(sliceOf(query)), roleGroup)

/** POST /api/v1.0/roles/create (api-8201987). */
export const createRoleGroup: Handler<'createRoleGroup'> = async ({ caller, body, deps }) => {
  const { manager: managerId, ...group } = body
  return answer([roleGroup(await deps.roleGroups.create(caller, { ...group, managerId }))])
}
