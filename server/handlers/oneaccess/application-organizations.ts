import type { Handler } from '../types.ts'
import { created, done, found, page, sliceOf } from './answers.ts'
import { applicationOrganization } from './shapes.ts'

/** GET /api/v2/tenant/applications/{application_id}/organizations (AO5). */
export const listApplicationOrganizations: Handler<'listApplicationOrganizations'> = async (context) => {
  const { caller, params, query, deps } = context
  const listed = await deps.applicationOrganizations.list(caller, params.application_id, sliceOf(query))
  return page('organizations', listed, applicationOrganization)
}

/** POST /api/v2/tenant/applications/{application_id}/organizations (AO1). */
export const createApplicationOrganization: Handler<'createApplicationOrganization'> = async (context) => {
  const { caller, params, body, deps } = context
  const { org_code: code, name, parent_id: parentId } = body
  const organization = { code, name, parentId: parentId || undefined }
  return created({ org_id: await deps.applicationOrganizations.create(caller, params.application_id, organization) })
}

/** GET /api/v2/tenant/applications/{application_id}/organizations/{org_id} (AO4). */
export const getApplicationOrganization: Handler<'getApplicationOrganization'> = async ({ caller, params, deps }) =>
  found(applicationOrganization(await deps.applicationOrganizations.get(caller, params.application_id, params.org_id)))

/** PUT /api/v2/tenant/applications/{application_id}/organizations/{org_id} (AO2): what is empty stays as it is. */
export const updateApplicationOrganization: Handler<'updateApplicationOrganization'> = async (context) => {
  const { caller, params, body, deps } = context
  const edit = { name: body.name || undefined, parentId: body.parent_id || undefined }
  await deps.applicationOrganizations.update(caller, params.application_id, params.org_id, edit)
  return found({ org_id: params.org_id })
}

/** DELETE /api/v2/tenant/applications/{application_id}/organizations/{org_id} (AO3). */
export const deleteApplicationOrganization: Handler<'deleteApplicationOrganization'> = async (context) => {
  const { caller, params, deps } = context
  await deps.applicationOrganizations.delete(caller, params.application_id, params.org_id)
  return done
}
