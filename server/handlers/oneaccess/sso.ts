import { shortPhone } from '../../domain/text/phones.ts'
import type { Handler } from '../types.ts'
import { found } from './answers.ts'

/** The device that a back-end tells of, at the application that calls. */
const deviceOf = (
  { clientId }: { readonly clientId: string },
  { device_fingerprint: fingerprint }: { readonly device_fingerprint: string },
) => ({ clientId, fingerprint })

/** POST /api/v2/tenant/sso/session-token/sso-ticket (S24). */
export const issueSsoTicket: Handler<'issueSsoTicket'> = async ({ caller, headers, body, deps }) => {
  deps.callingApplications.requireTenant(headers['X-tenant-id'])
  const target = body.client_id ?? caller.clientId
  const { ticket, expire } = await deps.appSessions.issueTicket(deviceOf(caller, body), body.session_token, target)
  return found({ expire, sso_ticket: ticket })
}

/** POST /api/v2/tenant/sso/sso-ticket/verify (S25). */
export const verifySsoTicket: Handler<'verifySsoTicket'> = async ({ caller, headers, body, deps }) => {
  deps.callingApplications.requireTenant(headers['X-tenant-id'])
  const user = await deps.appSessions.redeemTicket(deviceOf(caller, body), body.sso_ticket)
  const { id, userName, displayName, email } = user
  const shown = { userName, id, name: displayName ?? userName, mobile: shortPhone(user), email }
  return found({ code: '200', message: 'success', data: { user: shown } })
}

/** POST /api/v2/tenant/sso/session-token/refresh (S26). */
export const refreshSessionToken: Handler<'refreshSessionToken'> = async ({ caller, headers, body, deps }) => {
  deps.callingApplications.requireTenant(headers['X-tenant-id'])
  const { sessionToken, idToken, expire } = await deps.appSessions.refresh(deviceOf(caller, body), body.session_token)
  return found({ session_token: sessionToken, id_token: idToken, expire })
}
