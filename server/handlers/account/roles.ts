import type { Handler } from '../types.ts'
import { answer, answerPage, sliceOf } from './answers.ts'
import { roleGroup } from './shapes.ts'

/** GET /api/v1.0/roles (api-8219003): role groups by name, those that the caller may read. */
export const listRoleGroups: Handler<'listRoleGroups'> = async ({ caller, query, deps }) =>
  answerPage(query, await deps.roleGroups.listFor(caller, sliceOf(query)), roleGroup)

/** POST /api/v1.0/roles/create (api-8201987). */
export const createRoleGroup: Handler<'createRoleGroup'> = async ({ caller, body, deps }) => {
  const { manager: managerId, ...group } = body
  return answer([roleGroup(await deps.roleGroups.create(caller, { ...group, managerId }))])
}

/** POST /api/v1.0/roles/update (api-8216506): changes what is sent. */
export const updateRoleGroup: Handler<'updateRoleGroup'> = async ({ caller, body, deps }) => {
  const { guid, ...edit } = body
  return answer([roleGroup(await deps.roleGroupChanges.update(caller, guid, edit))])
}

/** POST /api/v1.0/roles/setManager (api-51950961). */
export const setRoleGroupManager: Handler<'setRoleGroupManager'> = async ({ caller, body, deps }) =>
  answer([roleGroup(await deps.roleGroupChanges.setManager(caller, body.guid, body.manager))])
