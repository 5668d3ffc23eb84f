import type { PendingIdentity } from '../../domain/external-sign-in/external-sign-in.ts'
import { openFormPolicy } from '../../pages/content-policies.ts'
import { errorPage } from '../../pages/views/error-page.ts'
import { type ExternalBindingModel, externalBindingPage } from '../../pages/views/external-binding-page.ts'
import { wayBack } from '../../sign-on/way-back.ts'
import type { Context } from '../types.ts'

/** What tickets are for: being away at the provider, and deciding which account it is. */
export const away = 'external-sign-in'
export const deciding = 'external-binding'

type Asked = Pick<Context<'receiveExternalSignIn'>, 'request' | 'deps'>

/** Says why nothing came of a sign-in or a binding, with the way back to the application that the person came from. */
export async function externalFaultPage<Status extends 400 | 403 | 429 | 502>(
  { request, deps }: Asked,
  reason: string,
  status: Status,
) {
  const { locale, id: requestId, cookies } = request
  const back = await wayBack(cookies, (clientId) => deps.applications.find(clientId), locale)
  return { status, reason, body: errorPage({ locale, status, reason, requestId, wayBack: back }) } as const
}

/** The login at a provider that waits in this browser, under the ticket that it brings; undefined for none. */
export async function waitingLogin({ request, deps }: Asked, ticket: string | undefined) {
  const id = deps.browserTickets.read(ticket, request.cookies, deciding)
  const pending = id === undefined ? undefined : await deps.externalSignIn.pending(id)
  return id === undefined || !pending ? undefined : { id, ...pending }
}

/** The page that asks which account a login at a provider is of. Its form can end at an application. */
export function bindingPage(
  { request, deps }: Asked,
  { identity, returnUrl }: PendingIdentity,
  ticket: string,
  shown: Partial<ExternalBindingModel>,
) {
  const { token, cookie } = deps.requestTokens.issue(request.cookies)
  const { provider, displayName: nickname } = identity
  const register = `/Account/Register?${new URLSearchParams({ ReturnUrl: returnUrl ?? '', ticket })}`
  const registerUrl = deps.registrations.rules.enabled ? register : undefined
  const page = { locale: request.locale, provider, nickname, ticket, registerUrl, requestToken: token }
  return {
    headers: { 'Content-Security-Policy': openFormPolicy },
    cookies: [cookie],
    body: externalBindingPage({ ...page, ...shown }),
  }
}
