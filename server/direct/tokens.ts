import { randomBytes } from 'node:crypto'
import type { Application } from '../db/queries/applications.ts'
import type { TokenResponse } from './grant.ts'
import type { DirectServices } from './services.ts'
import type { Spent } from './standing.ts'

/** A random identifier of 256 bits, as the engine's are. */
export const newId = (): string => randomBytes(32).toString('base64url')

/** Now, in whole seconds. */
export const epochSeconds = (): number => Math.floor(Date.now() / 1000)

interface AccessTokenOf {
  /** The client itself, or the user. */
  readonly subject: string
  readonly scope: string
  /** In seconds. */
  readonly lifetime: number
  /** Of a user's token. */
  readonly grantId?: string
}

/** An access token as a signed JWT (RFC 9068 section 2). */
export function accessToken(
  { face, signer }: DirectServices,
  { clientId, idTokenSigningAlgorithm }: Application,
  { subject, scope, lifetime, grantId }: AccessTokenOf,
): Promise<string> {
  const iat = epochSeconds()
  return signer.sign(idTokenSigningAlgorithm, 'at+jwt', {
    ...(grantId !== undefined && { grant_id: grantId }),
    jti: newId(),
    sub: subject,
    iat,
    exp: iat + lifetime,
    scope,
    client_id: clientId,
    iss: face.issuer,
    aud: face.audience,
  })
}

/** An id token (OpenID Connect Core section 2). */
function idToken(
  { face, signer }: DirectServices,
  { clientId, idTokenSigningAlgorithm, claimsInIdToken }: Application,
  { payload: { scope, nonce, sid }, ...user }: Spent,
): Promise<string> {
  const iat = epochSeconds()
  return signer.sign(idTokenSigningAlgorithm, undefined, {
    ...face.claims(user, new Set(scope.split(' ')), claimsInIdToken ? 'userinfo' : 'id_token'),
    nonce,
    sid,
    aud: clientId,
    exp: iat + face.lifetimes.idToken,
    iat,
    iss: face.issuer,
  })
}

/** What a code or a refresh token gives (RFC 6749 section 5.1, OpenID Connect Core 3.1.3.3). */
export async function userTokens(
  services: DirectServices,
  application: Application,
  spent: Spent,
  refreshToken: string | undefined,
): Promise<TokenResponse> {
  const { accountId, grantId, scope } = spent.payload
  const lifetime = services.face.lifetimes.userAccessToken
  const [access_token, id_token] = await Promise.all([
    accessToken(services, application, { subject: accountId, scope, lifetime, grantId }),
    scope.split(' ').includes('openid') ? idToken(services, application, spent) : undefined,
  ])
  return {
    access_token,
    expires_in: lifetime,
    ...(id_token !== undefined && { id_token }),
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    scope,
    token_type: 'Bearer',
  }
}
