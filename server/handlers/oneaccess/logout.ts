import { inHeader } from '../../sign-on/in-header.ts'
import type { Handler } from '../types.ts'

/** GET /api/v1/logout: ends the session of the browser and everything it reached, by whatever protocol (I17). */
export const logoutGlobally: Handler<'logoutGlobally'> = async ({ query, request, deps }) => {
  const { redirect_url: address } = query
  const known = address !== undefined && (await deps.applications.allowsReturnTo(address))
  const goal = known ? inHeader(address) : '/Account/Login'
  const { location, cookies } = await deps.browserSessions.end(request.cookies, goal)
  return { status: 302, headers: { Location: location }, cookies }
}
