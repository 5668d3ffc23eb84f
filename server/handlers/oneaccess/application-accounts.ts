import type { Handler } from '../types.ts'
import { accountDraft } from './account-options.ts'
import { created, done, found, page, sliceOf } from './answers.ts'
import { accountKind, accountWithRoles, applicationAccount } from './shapes.ts'

/** GET /api/v2/tenant/applications/{application_id}/accounts (AA5): without their roles, as the page has it. */
export const listApplicationAccounts: Handler<'listApplicationAccounts'> = async ({ caller, params, query, deps }) => {
  const kind = query.account_type && accountKind[query.account_type]
  const listed = await deps.applicationAccounts.list(caller, params.application_id, sliceOf(query), kind)
  return page('accounts', listed, applicationAccount)
}

/** POST /api/v2/tenant/applications/{application_id}/accounts/basic-account (AA1). */
export const createApplicationAccount: Handler<'createApplicationAccount'> = async ({ caller, params, body, deps }) => {
  const draft = accountDraft(body)
  const id = await deps.applicationAccounts.create(caller, params.application_id, body.user_id, draft)
  return created({ account_id: id })
}

/** GET /api/v2/tenant/applications/{application_id}/accounts/{account_id} (AA4). */
export const getApplicationAccount: Handler<'getApplicationAccount'> = async ({ caller, params, deps }) =>
  found(accountWithRoles(await deps.applicationAccounts.get(caller, params.application_id, params.account_id)))

/** PUT /api/v2/tenant/applications/{application_id}/accounts/{account_id} (AA2). */
export const updateApplicationAccount: Handler<'updateApplicationAccount'> = async ({ caller, params, body, deps }) => {
  await deps.applicationAccounts.update(caller, params.application_id, params.account_id, accountDraft(body))
  return found({ account_id: params.account_id })
}

/** DELETE /api/v2/tenant/applications/{application_id}/accounts/{account_id} (AA3). */
export const deleteApplicationAccount: Handler<'deleteApplicationAccount'> = async ({ caller, params, deps }) => {
  await deps.applicationAccounts.delete(caller, params.application_id, params.account_id)
  return done
}

/** PUT /api/v2/tenant/applications/{application_id}/accounts/{account_id}/enable (AA6). */
export const enableApplicationAccount: Handler<'enableApplicationAccount'> = async ({ caller, params, deps }) => {
  await deps.applicationAccounts.update(caller, params.application_id, params.account_id, { disabled: false })
  return found({ account_id: params.account_id })
}

/** PUT /api/v2/tenant/applications/{application_id}/accounts/{account_id}/disable (AA7). */
export const disableApplicationAccount: Handler<'disableApplicationAccount'> = async ({ caller, params, deps }) => {
  await deps.applicationAccounts.update(caller, params.application_id, params.account_id, { disabled: true })
  return found({ account_id: params.account_id })
}
