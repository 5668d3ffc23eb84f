import type { Handler } from '../types.ts'
import { created, found, page, sliceOf } from './answers.ts'
import { parseTime, user } from './shapes.ts'
import { newUser, placement } from './user-options.ts'

/** GET /api/v2/tenant/users (U10): of one organization, or of all where `org_id` is empty. */
export const listTenantUsers: Handler<'listTenantUsers'> = async ({ query, deps }) => {
  const { org_id: organizationId, updated_at_greater: after } = query
  const filter = { organizationId: organizationId || undefined, changedAfter: after ? parseTime(after) : undefined }
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
