import type { Handler } from '../types.ts'
import { created, done, found, page, sliceOf } from './answers.ts'
import { parseTime, user } from './shapes.ts'
import { newUser, placement, userEdit } from './user-options.ts'

/** GET /api/v2/tenant/users (U10): of one organization, or of all where `org_id` is empty. */
export const listTenantUsers: Handler<'listTenantUsers'> = async ({ query, deps }) => {
  const { org_id: organizationId, updated_at_greater: after } = query
  const filter = {
    organizationId: organizationId || undefined,
    changedAfter: after ? parseTime('updated_at_greater', after) : undefined,
  }
  return page('users', await deps.users.listDirectory(filter, sliceOf(query)), user)
}

/** POST /api/v2/tenant/users (U1). */
export const createTenantUser: Handler<'createTenantUser'> = async ({ caller, body, deps }) => {
  const { id } = await deps.users.createOne(caller, newUser(body), placement(body))
  return created({ user_id: id })
}

/** GET /api/v2/tenant/users/{user_id} (U8). */
export const getTenantUser: Handler<'getTenantUser'> = async ({ params, deps }) =>
  found(user(await deps.users.getDirectoryUser(params.user_id)))

/** POST /api/v2/tenant/users/user-by-username (U9). */
export const findTenantUserByUserName: Handler<'findTenantUserByUserName'> = async ({ body, deps }) =>
  found(user(await deps.users.getDirectoryUserNamed(body.user_name)))

/** PUT /api/v2/tenant/users/{user_id} (U2). */
export const updateTenantUser: Handler<'updateTenantUser'> = async ({ caller, params, body, deps }) => {
  const { pwd_must_modify: mustChangePassword } = body
  const change = { edit: userEdit(body), placement: placement(body), mustChangePassword }
  await deps.userProvisioning.change(caller, params.user_id, change)
  return found({ user_id: params.user_id })
}

/** DELETE /api/v2/tenant/users/{user_id} (U3). */
export const deleteTenantUser: Handler<'deleteTenantUser'> = async ({ caller, params, deps }) => {
  await deps.userProvisioning.remove(caller, params.user_id)
  return done
}

/** PUT /api/v2/tenant/users/{user_id}/enable (U4). */
export const enableTenantUser: Handler<'enableTenantUser'> = async ({ caller, params, deps }) => {
  await deps.userProvisioning.setEnabled(caller, params.user_id, true)
  return found({ user_id: params.user_id })
}

/** PUT /api/v2/tenant/users/{user_id}/disable (U5). */
export const disableTenantUser: Handler<'disableTenantUser'> = async ({ caller, params, deps }) => {
  await deps.userProvisioning.setEnabled(caller, params.user_id, false)
  return found({ user_id: params.user_id })
}
