import type { Handler } from '../types.ts'
import { found } from './answers.ts'

/** PUT /api/v2/tenant/users/{user_id}/change-password (U6). */
export const changeTenantUserPassword: Handler<'changeTenantUserPassword'> = async ({ caller, params, body, deps }) => {
  const { password, pwd_must_modify: mustChange = false } = body
  await deps.userProvisioning.setPassword(caller, params.user_id, password, mustChange)
  return found({ user_id: params.user_id })
}

/** PUT /api/v2/tenant/users/{user_id}/change-password-verify (U7). */
export const verifyAndChangeTenantUserPassword: Handler<'verifyAndChangeTenantUserPassword'> = async (context) => {
  const { caller, params, body, deps } = context
  await deps.userProvisioning.replacePassword(caller, params.user_id, body.old_password, body.password)
  return found({ user_id: params.user_id })
}
