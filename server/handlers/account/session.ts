import { refuse } from '../../domain/failure.ts'
import { framePolicy } from '../../pages/content-policies.ts'
import { languageLinks } from '../../pages/language.ts'
import { checkSessionFramePage } from '../../pages/views/check-session-frame-page.ts'
import { sessionListenerPage } from '../../pages/views/session-listener-page.ts'
import { userCenterPage } from '../../pages/views/user-center-page.ts'
import type { Handler } from '../types.ts'
import { nameIn } from './over.ts'
import { toSignIn } from './own-page.ts'

/**
 * GET /connect/checksession: the OP frame of OpenID Connect Session Management 1.0 section 3.3. Any site may frame it:
 * it answers only whether a session state that the site holds already still stands.
 */
export const getCheckSessionFrame: Handler<'getCheckSessionFrame'> = async ({ request }) => ({
  status: 200,
  headers: { 'Content-Security-Policy': framePolicy('*') },
  body: checkSessionFramePage({ locale: request.locale }),
})

/** GET /usercenter/checksession: tells a registered listener, and nobody else, who is signed in (doc-2283443). */
export const checkUserSession: Handler<'checkUserSession'> = async ({ query, request, deps }) => {
  // The contract's idea of an address is wider than that of browsers.
  const origin = URL.parse(query.returnUrl)?.origin
  if (origin === undefined || !(await deps.applications.allowsListener(origin))) refuse('listener_not_registered')
  const guid = await deps.browserSessions.userId(request.cookies)
  return {
    status: 200,
    headers: { 'Content-Security-Policy': framePolicy(origin) },
    body: sessionListenerPage({
      locale: request.locale,
      status: guid ? 'signed_in' : 'signed_out',
      guid,
      targetOrigin: origin,
    }),
  }
}

/** GET /usercenter: who is signed in in this browser, and which applications they allowed to use the account. */
export const showUserCenter: Handler<'showUserCenter'> = async ({ request, deps }) => {
  const { locale, cookies } = request
  const guid = await deps.browserSessions.userId(cookies)
  const user = guid ? await deps.accounts.findActive(guid) : undefined
  if (!user) return toSignIn(request.url)
  const allowed = await deps.allowances.list(user.id)
  const { token, cookie } = deps.requestTokens.issue(cookies)
  return {
    status: 200,
    cookies: [cookie],
    body: userCenterPage({
      locale,
      languageLinks: languageLinks('/usercenter'),
      displayName: user.displayName ?? undefined,
      userName: user.userName,
      phone: user.phone ?? undefined,
      email: user.email ?? undefined,
      allowed: {
        total: allowed.total,
        applications: allowed.applications.map(({ clientId, scopes, ...names }) => ({
          clientId,
          scopes,
          name: nameIn(locale, names),
        })),
      },
      requestToken: token,
      signOutUrl: '/connect/endsession',
    }),
  }
}

/** POST /usercenter/allowed/revoke: the person takes back what they allowed an application. */
export const revokeAllowance: Handler<'revokeAllowance'> = async ({ body, request, deps }) => {
  const fault = deps.requestTokens.fault(body.__RequestVerificationToken, request.cookies)
  if (fault) refuse(fault)
  const userId = await deps.browserSessions.userId(request.cookies)
  if (!userId) return toSignIn(request.url)
  const by = { userId, address: request.ip, requestId: request.id }
  await deps.allowances.takeBack(by, userId, body.client_id)
  return { status: 303, headers: { Location: '/usercenter' } }
}
