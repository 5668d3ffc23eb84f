import type { Handler } from '../types.ts'
import { found, numberedPage, sliceOf } from './answers.ts'
import { applicationAccount, membersResult } from './shapes.ts'

/** POST /api/v2/tenant/applications/{application_id}/role-member (AR6). */
export const addApplicationRoleMembers: Handler<'addApplicationRoleMembers'> = async (context) => {
  const { caller, params, body, deps } = context
  const { role_id: role, account_Ids: accounts } = body
  return found(membersResult(await deps.applicationRoles.addMembers(caller, params.application_id, role, accounts)))
}

/** DELETE /api/v2/tenant/applications/{application_id}/role-member (AR7). */
export const removeApplicationRoleMembers: Handler<'removeApplicationRoleMembers'> = async (context) => {
  const { caller, params, body, deps } = context
  const { role_id: role, account_Ids: accounts } = body
  return found(membersResult(await deps.applicationRoles.removeMembers(caller, params.application_id, role, accounts)))
}

/** GET /api/v2/tenant/applications/{application_id}/role-member-list/{role_id} (AR8). */
export const listApplicationRoleMembers: Handler<'listApplicationRoleMembers'> = async (context) => {
  const { caller, params, query, deps } = context
  const { application_id: application, role_id: role } = params
  const listed = await deps.applicationRoles.listMembers(caller, application, role, sliceOf(query))
  return numberedPage('role_members', query, listed, applicationAccount)
}
