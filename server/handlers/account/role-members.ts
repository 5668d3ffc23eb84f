import type { Handler } from '../types.ts'
import { answer } from './answers.ts'
import { roleGroup } from './shapes.ts'

/** POST /api/v1.0/roles/addMembers (api-8227720): all of them, or nobody. */
export const addRoleGroupMembers: Handler<'addRoleGroupMembers'> = async ({ caller, body, deps }) =>
  answer([roleGroup(await deps.roleGroupChanges.addMembers(caller, body.guid, body.members))])

/** POST /api/v1.0/roles/removeMembers (api-8235117). */
export const removeRoleGroupMembers: Handler<'removeRoleGroupMembers'> = async ({ caller, body, deps }) =>
  answer([roleGroup(await deps.roleGroupChanges.removeMembers(caller, body.guid, body.members))])

/** POST /api/v1.0/roles/addReaders (api-50421940): all of them, or nobody. */
export const addRoleGroupReaders: Handler<'addRoleGroupReaders'> = async ({ caller, body, deps }) =>
  answer([roleGroup(await deps.roleGroupChanges.addReaders(caller, body.guid, body.readers))])

/** POST /api/v1.0/roles/removeReaders (api-50421949). */
export const removeRoleGroupReaders: Handler<'removeRoleGroupReaders'> = async ({ caller, body, deps }) =>
  answer([roleGroup(await deps.roleGroupChanges.removeReaders(caller, body.guid, body.readers))])
