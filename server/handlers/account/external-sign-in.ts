import { languageLinks } from '../../pages/language.ts'
import type { ExternalBindingModel } from '../../pages/views/external-binding-page.ts'
import type { Handler, Reply } from '../types.ts'
import { signInByForm } from './captcha-form.ts'
import { away, bindingPage, deciding, externalFaultPage, waitingLogin } from './external-pages.ts'
import { browserVisitor, goOn } from './go-on.ts'
import { ownPage } from './own-page.ts'

const bindAddress = '/Account/ExternalLogin/Bind'
/** RFC 8176 has no word for what other services look at. */
const noAmr: readonly string[] = []

/** GET /Account/ExternalLogin: to the provider's page. */
export const startExternalSignIn: Handler<'startExternalSignIn'> = async (
  context,
): Promise<Reply<'startExternalSignIn'>> => {
  const { query, request, deps } = context
  const { id, ticket: state, cookie } = deps.browserTickets.issue(request.cookies, away)
  const returnUrl = deps.interactions.isReturnUrl(query.ReturnUrl) ? query.ReturnUrl : ownPage(query.ReturnUrl)
  const asked = { provider: query.provider, returnUrl }
  const location = await deps.externalSignIn.begin(id, asked, { state, locale: request.locale })
  if (!location) return externalFaultPage(context, 'external_over', 400)
  return { status: 303, headers: { Location: location }, cookies: [cookie] }
}

/** GET /Account/ExternalLogin/Callback: back from the provider, with a code or without. */
export const receiveExternalSignIn: Handler<'receiveExternalSignIn'> = async (
  context,
): Promise<Reply<'receiveExternalSignIn'>> => {
  const { query, request, deps } = context
  const { cookies } = request
  const id = deps.browserTickets.read(query.state, cookies, away)
  if (id === undefined) return externalFaultPage(context, 'external_over', 400)
  const next = deps.browserTickets.issue(cookies, deciding)
  const result = await deps.externalSignIn.finish(id, query.code, {
    address: request.ip,
    userAgent: request.userAgent,
    requestId: request.id,
    userId: await deps.browserSessions.userId(cookies),
    newId: next.id,
    clientOf: async (returnUrl) => (await deps.interactions.find(returnUrl, cookies))?.application?.clientId,
  })
  switch (result.kind) {
    case 'known': {
      const { userId, method, returnUrl } = result
      const interaction = await deps.interactions.find(returnUrl, cookies)
      const entrant = { userId, method, amr: noAmr, remember: false }
      const stand = await deps.browserSignIn.withIdentity(browserVisitor(context, interaction, returnUrl), entrant)
      const { location, cookies: set } = await goOn(context, interaction, stand, returnUrl)
      return { status: 303, headers: { Location: location }, cookies: set }
    }
    case 'bound':
      return { status: 303, headers: { Location: '/usercenter' } }
    case 'unknown':
      return { status: 303, headers: { Location: `${bindAddress}?${new URLSearchParams({ ticket: next.ticket })}` } }
    case 'limited': {
      const page = await externalFaultPage(context, 'limited', 429)
      return { ...page, headers: { 'Retry-After': result.retryAfterSeconds } }
    }
    case 'disabled':
      return externalFaultPage(context, result.kind, 403)
    case 'external_unavailable':
      return externalFaultPage(context, result.kind, 502)
    default:
      return externalFaultPage(context, result.kind, 400)
  }
}

/** GET /Account/ExternalLogin/Bind: which account is it? */
export const showExternalBinding: Handler<'showExternalBinding'> = async (
  context,
): Promise<Reply<'showExternalBinding'>> => {
  const { query } = context
  const pending = await waitingLogin(context, query.ticket)
  if (!pending) return externalFaultPage(context, 'external_over', 400)
  const links = languageLinks(`${bindAddress}?${new URLSearchParams({ ticket: query.ticket ?? '' })}`)
  return { status: 200, ...bindingPage(context, pending, query.ticket ?? '', { languageLinks: links }) }
}

/** POST /Account/ExternalLogin/Bind: signs in with the password, and links. */
export const submitExternalBinding: Handler<'submitExternalBinding'> = async (
  context,
): Promise<Reply<'submitExternalBinding'>> => {
  const { body, request, deps } = context
  const pending = await waitingLogin(context, body.ticket)
  if (!pending) return externalFaultPage(context, 'external_over', 400)
  const again = (shown: Partial<ExternalBindingModel>) =>
    bindingPage(context, pending, body.ticket, { username: body.username, ...shown })
  const fault = deps.requestTokens.fault(body.__RequestVerificationToken, request.cookies)
  if (fault) return { status: 403, reason: fault, ...again({ error: fault }) }
  const interaction = await deps.interactions.find(pending.returnUrl, request.cookies)
  const visitor = browserVisitor(context, interaction, pending.returnUrl)
  const { username: name, password } = body
  const { result, captcha } = await signInByForm(context, (human) =>
    deps.browserSignIn.withPassword(visitor, { name, password, method: 'page', remember: false, human }),
  )
  if (!result.ok) {
    const { reason } = result
    if (reason === 'captcha') return { status: 200, reason: result.fault.kind, ...again({ captcha }) }
    if (reason !== 'limited') return { status: 200, reason, ...again({ error: reason, captcha }) }
    const { retryAfterSeconds } = result
    const page = again({ error: 'limited', retryAfterSeconds })
    return { ...page, status: 429, reason, headers: { ...page.headers, 'Retry-After': retryAfterSeconds } }
  }
  const by = { userId: result.userId, address: request.ip, requestId: request.id }
  const refusal = await deps.externalSignIn.bind(by, pending.id, result.userId, 'known')
  if (refusal) return externalFaultPage(context, refusal, 400)
  const { location, cookies } = await goOn(context, interaction, result.stand, pending.returnUrl)
  return { status: 303, headers: { Location: location }, cookies }
}
