/** What a signed access token says (RFC 9068 section 2.2). */
export interface AccessTokenClaims {
  readonly iss: string
  readonly aud: string | string[]
  readonly sub: string
  readonly client_id: string
  readonly jti: string
  readonly iat: number
  readonly exp: number
  readonly scope?: string
  /** Absent from a client's own token, which has neither grant nor user. */
  readonly grant_id?: string
}

/**
 * Whether these are the claims of an access token of that issuer for that audience, at this time (RFC 9068 section 4,
 * RFC 7519 section 4.1).
 */
export function isAccessToken(
  claims: Readonly<Record<string, unknown>>,
  { issuer, audience }: { readonly issuer: string; readonly audience: string },
): claims is Readonly<Record<string, unknown>> & AccessTokenClaims {
  const { iss, aud, sub, client_id: clientId, jti, iat, exp, nbf = 0, scope = '', grant_id: grantId = '' } = claims
  const now = Math.floor(Date.now() / 1000)
  return (
    iss === issuer &&
    (Array.isArray(aud) ? aud.includes(audience) : aud === audience) &&
    [sub, clientId, jti, scope, grantId].every((text) => typeof text === 'string') &&
    typeof iat === 'number' &&
    typeof exp === 'number' &&
    exp > now &&
    typeof nbf === 'number' &&
    nbf <= now
  )
}
