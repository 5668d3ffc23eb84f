import type { CasRedirect } from '../../federation/cas/cas.ts'
import type { Handler } from '../types.ts'

/** GET /api/v1/cas/login: to the site with a ticket, or to the sign-in page first (I1). */
export const loginWithCas: Handler<'loginWithCas'> = async ({ query, request, deps }) =>
  redirect(await deps.cas.login(query, request))

/** GET /api/v1/cas/logout: ends the session (I5). */
export const logoutFromCas: Handler<'logoutFromCas'> = async ({ query, request, deps }) =>
  redirect(await deps.cas.logout(query.service, request))

const redirect = ({ location, cookies }: CasRedirect) =>
  ({ status: 302, headers: { Location: location }, cookies }) as const
