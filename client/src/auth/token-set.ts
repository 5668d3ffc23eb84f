import { AccountError } from '../errors.ts'

/** What is read of an answer of a token endpoint (RFC 6749 section 5.1, OpenID Connect Core 1.0 section 3.1.3.3). */
interface TokenAnswer {
  readonly access_token: string
  /** Seconds. */
  readonly expires_in: number
  readonly refresh_token?: string | undefined
  readonly id_token?: string | undefined
  readonly scope?: string | undefined
}

/** Tokens as this package keeps them; plain data, so that it can be stored as JSON. */
export interface TokenSet {
  readonly accessToken: string
  /** Yields the next tokens; works once. */
  readonly refreshToken?: string
  /** Who signed in, a signed JWT. This package does not verify it. */
  readonly idToken?: string
  /** The granted scope, names separated by blanks. */
  readonly scope?: string
  /** From when the access token is renewed, in Unix milliseconds: shortly before it expires. */
  readonly renewAt: number
  /** When the access token expires, in Unix milliseconds. */
  readonly expiresAt: number
}

/** How long before its end an access token is renewed at most, in milliseconds. */
const renewalWindow = 60_000

/**
 * Reads an answer of a token endpoint.
 * @param place the endpoint, for the error
 * @throws {AccountError} there is no token in it, or nothing says how long it lives: somebody else has answered
 */
export function toTokenSet(answer: TokenAnswer, place: Pick<AccountError, 'operation' | 'url'>): TokenSet {
  // A header takes visible characters alone (RFC 6750 section 2.1), and what is not one would be sent as it is.
  const isToken = typeof answer.access_token === 'string' && /^[\x21-\x7e]+$/.test(answer.access_token)
  if (!isToken || !Number.isFinite(answer.expires_in * 1000)) throw new AccountError('the answer has no token', place)
  const lifetime = answer.expires_in * 1000
  const expiresAt = Date.now() + lifetime
  return {
    accessToken: answer.access_token,
    ...(answer.refresh_token !== undefined && { refreshToken: answer.refresh_token }),
    ...(answer.id_token !== undefined && { idToken: answer.id_token }),
    ...(answer.scope !== undefined && { scope: answer.scope }),
    renewAt: expiresAt - Math.min(renewalWindow, lifetime / 10),
    expiresAt,
  }
}
