import type { Handler } from '../types.ts'
import { found, numberedPage, sliceOf } from './answers.ts'
import { applicationRole } from './shapes.ts'

/** POST /api/v2/tenant/applications/{application_id}/role (AR1). */
export const createApplicationRole: Handler<'createApplicationRole'> = async ({ caller, params, body, deps }) => {
  const { code, name } = body
  const id = await deps.applicationRoles.create(caller, params.application_id, code, name || undefined)
  return found({ role_id: id })
}

/** GET /api/v2/tenant/applications/{application_id}/role/{role_id} (AR4). */
export const getApplicationRole: Handler<'getApplicationRole'> = async ({ caller, params, deps }) =>
  found(applicationRole(await deps.applicationRoles.get(caller, params.application_id, params.role_id)))

/** PUT /api/v2/tenant/applications/{application_id}/role/{role_id} (AR2). */
export const updateApplicationRole: Handler<'updateApplicationRole'> = async ({ caller, params, body, deps }) => {
  await deps.applicationRoles.rename(caller, params.application_id, params.role_id, body.name)
  return found({ role_id: params.role_id })
}

/** DELETE /api/v2/tenant/applications/{application_id}/role/{role_id} (AR3). */
export const deleteApplicationRole: Handler<'deleteApplicationRole'> = async ({ caller, params, deps }) => {
  await deps.applicationRoles.delete(caller, params.application_id, params.role_id)
  return { status: 200 }
}

/** GET /api/v2/tenant/applications/{application_id}/role-list (AR5). */
export const listApplicationRoles: Handler<'listApplicationRoles'> = async ({ caller, params, query, deps }) => {
  const listed = await deps.applicationRoles.list(caller, params.application_id, sliceOf(query))
  return numberedPage('roles', query, listed, applicationRole)
}
