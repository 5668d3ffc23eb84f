import { randomBytes } from 'node:crypto'
import type { Application } from '../db/queries/applications.ts'
import type { DirectServices } from './services.ts'

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
