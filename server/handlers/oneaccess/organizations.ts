import type { Handler } from '../types.ts'
import { created, done, found, page, sliceOf } from './answers.ts'
import { organization } from './shapes.ts'

/** GET /api/v2/tenant/organizations (O5): what `org_id` and `all_child` say. */
export const listOrganizations: Handler<'listOrganizations'> = async ({ query, deps }) => {
  const { org_id: from, all_child: deep } = query
  return page('organizations', await deps.organizations.list(from || undefined, deep, sliceOf(query)), organization)
}

/** POST /api/v2/tenant/organizations (O1). */
export const createOrganization: Handler<'createOrganization'> = async ({ caller, body, deps }) => {
  const { code, name, category: type, parent_id: parentId } = body
  const { id } = await deps.organizations.create(caller, { code, name, type, parentId: parentId || undefined })
  return created({ org_id: id })
}

/** GET /api/v2/tenant/organizations/{org_id} (O4). */
export const getOrganization: Handler<'getOrganization'> = async ({ params, deps }) =>
  found(organization(await deps.organizations.get(params.org_id)))

/** PUT /api/v2/tenant/organizations/{org_id} (O2): what is empty stays as it is. */
export const updateOrganization: Handler<'updateOrganization'> = async ({ caller, params, body, deps }) => {
  const { code, name, category, parent_id: parentId } = body
  const change = { code: code || undefined, name: name || undefined, type: category || undefined }
  await deps.organizations.change(caller, params.org_id, { ...change, parentId: parentId || undefined })
  return found({ org_id: params.org_id })
}

/** DELETE /api/v2/tenant/organizations/{org_id} (O3). */
export const deleteOrganization: Handler<'deleteOrganization'> = async ({ caller, params, deps }) => {
  await deps.organizations.remove(caller, params.org_id)
  return done
}
