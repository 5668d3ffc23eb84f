import type { Auth, AuthContext } from '../auth/auth.ts'
import type { Fetch } from './send.ts'
import { waitFor } from './wait.ts'

/**
 * Puts the access token into the request (RFC 6750 section 2.1). When the server refuses the token, a new one is
 * asked for and the request sent once more. A request that has an `Authorization` header is left as it is.
 * @throws what `auth` throws, or the reason of the signal
 */
export function authorizing(next: Fetch, auth: Auth, context: AuthContext, signal?: AbortSignal): Fetch {
  return async (request) => {
    if (request.headers.has('Authorization')) return next(request)
    const token = await waitFor(auth(context), signal)
    const response = await next(withToken(request, token))
    if (!refusesToken(response)) return response
    const renewed = await waitFor(auth({ ...context, rejected: token }), signal)
    return renewed === token ? response : next(withToken(request, renewed))
  }
}

function withToken(request: Request, token: string): Request {
  const authorized = request.clone()
  authorized.headers.set('Authorization', `Bearer ${token}`)
  return authorized
}

/** A page of another origin may not be allowed to read the challenge; then the status alone has to do. */
function refusesToken(response: Response): boolean {
  if (response.status !== 401) return false
  const challenge = response.headers.get('WWW-Authenticate')
  return challenge === null || /\berror="?invalid_token\b/.test(challenge)
}
