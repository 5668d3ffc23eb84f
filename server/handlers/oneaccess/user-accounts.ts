import type { Handler } from '../types.ts'
import { found } from './answers.ts'
import { userAccount } from './shapes.ts'

/** POST /api/v2/tenant/users/{user_id}/applications/{application_id}/accounts (U11): an empty name is none. */
export const authorizeApplicationAccount: Handler<'authorizeApplicationAccount'> = async (context) => {
  const { caller, params, body, deps } = context
  const draft = { accountName: body?.account_name || undefined }
  const id = await deps.applicationAccounts.create(caller, params.application_id, params.user_id, draft)
  return found({ account_id: id })
}

/** GET /api/v2/tenant/users/{user_id}/accounts (U12). */
export const listTenantUserApplicationAccounts: Handler<'listTenantUserApplicationAccounts'> = async (context) => {
  const { params, deps } = context
  const accounts = await deps.applicationAccounts.ofUser(params.user_id)
  return found({ total: accounts.length, accounts: accounts.map(userAccount) })
}
