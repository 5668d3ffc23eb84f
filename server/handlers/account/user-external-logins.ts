import { type Failure, refuse } from '../../domain/failure.ts'
import type { Handler, Reply } from '../types.ts'
import { away, externalFaultPage } from './external-pages.ts'
import { toSignIn } from './own-page.ts'

/** GET /usercenter/externalLogins/bind: to the provider's page, for the account that is signed in. */
export const bindExternalLogin: Handler<'bindExternalLogin'> = async (context): Promise<Reply<'bindExternalLogin'>> => {
  const { query, request, deps } = context
  const userId = await deps.browserSessions.userId(request.cookies)
  if (!userId) return toSignIn('/usercenter/security')
  const { id, ticket: state, cookie } = deps.browserTickets.issue(request.cookies, away)
  const asked = { provider: query.provider, userId }
  const location = await deps.externalSignIn.begin(id, asked, { state, locale: request.locale })
  if (!location) return externalFaultPage(context, 'external_over', 400)
  return { status: 303, headers: { Location: location }, cookies: [cookie] }
}

/** POST /usercenter/externalLogins/unbind: takes a login off the account, never the last way to sign in. */
export const unbindExternalLogin: Handler<'unbindExternalLogin'> = async (
  context,
): Promise<Reply<'unbindExternalLogin'>> => {
  const { body, request, deps } = context
  const fault = deps.requestTokens.fault(body.__RequestVerificationToken, request.cookies)
  if (fault) refuse(fault)
  const userId = await deps.browserSessions.userId(request.cookies)
  if (!userId) return toSignIn('/usercenter/security')
  const by = { userId, address: request.ip, requestId: request.id }
  try {
    await deps.externalLogins.remove(by, userId, { id: body.login.toLowerCase() })
  } catch (error) {
    const { kind } = error as Failure
    if (kind === 'last_sign_in_method' || kind === 'external_login_not_found')
      return externalFaultPage(context, kind, 400)
    throw error
  }
  return { status: 303, headers: { Location: '/usercenter/security?notice=unbound' } }
}
