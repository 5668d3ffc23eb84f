import type { Fetch } from './send.ts'
import { waitFor } from './wait.ts'

/** What proves who asks, and how it goes into a request. */
export interface Credential<Proof> {
  /** The header it goes into. A request that has the header already is left as it is. */
  readonly header: string
  /**
   * Gives what the header is made of; asked before each call, so it has to keep that itself.
   * @param refused what the server has just refused; giving it again means: there is no other
   */
  obtain(request: Request, refused: Proof | undefined): Promise<Proof>
  /** Writes the header's value, anew for each attempt. */
  write(proof: Proof): string | Promise<string>
  /** Whether an answer says that another proof might do. */
  isRefused(response: Response): boolean | Promise<boolean>
}

/**
 * Puts the proof of who asks into a request. When the server refuses the proof, a new one is obtained and the request
 * sent once more.
 * @param send sends one attempt
 * @param withRetries tries again what may be tried again
 * @throws what the credential throws, or the reason of the signal
 */
export function authorizing<Proof>(
  send: Fetch,
  withRetries: (next: Fetch) => Fetch,
  { header, obtain, write, isRefused }: Credential<Proof>,
  signal?: AbortSignal,
): Fetch {
  return async (request) => {
    if (request.headers.has(header)) return withRetries(send)(request)
    const sendWith = (proof: Proof) =>
      withRetries(async (attempt) => {
        const authorized = attempt.clone()
        authorized.headers.set(header, await write(proof))
        return send(authorized)
      })(request)
    const proof = await waitFor(obtain(request, undefined), signal)
    const response = await sendWith(proof)
    if (!(await isRefused(response))) return response
    const renewed = await waitFor(obtain(request, proof), signal)
    return renewed === proof ? response : sendWith(renewed)
  }
}

/**
 * An access token in the `Authorization` header (RFC 6750 section 2.1).
 * @param token gives the token; `refused` is one that the server has just refused
 */
export function bearer(token: (refused: string | undefined) => Promise<string>): Credential<string> {
  return {
    header: 'Authorization',
    obtain: (_request, refused) => token(refused),
    write: (accessToken) => `Bearer ${accessToken}`,
    isRefused: refusesToken,
  }
}

/** A page of another origin may not be allowed to read the challenge; then the status alone has to do. */
function refusesToken(response: Response): boolean {
  if (response.status !== 401) return false
  const challenge = response.headers.get('WWW-Authenticate')
  return challenge === null || /\berror="?invalid_token\b/.test(challenge)
}
