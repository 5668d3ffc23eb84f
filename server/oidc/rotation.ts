import { createHmac } from 'node:crypto'
import { Provider } from 'oidc-provider'

/**
 * Gives a rotated refresh token a successor that depends only on its predecessor and on this installation.
 *
 * A client whose tabs or retries refresh at the same moment gets one and the same successor from every node, with
 * nothing stored in the clear and nobody waiting for a lock. A predecessor used after its grace is a replay: the
 * engine revokes the family (RFC 9700 section 4.14.2).
 */
export function deriveSuccessors(provider: Provider, key: Buffer): void {
  const prototype: { generateTokenId(): string } = provider.RefreshToken.prototype as never
  const random = prototype.generateTokenId
  prototype.generateTokenId = function generateTokenId() {
    const rotated = Provider.ctx?.oidc.entities.RotatedRefreshToken
    return rotated ? createHmac('sha256', key).update(rotated.jti).digest('base64url') : random.call(this)
  }
}
