import { createHmac, randomBytes } from 'node:crypto'
import { Provider } from 'oidc-provider'

/** As much of the engine's refresh token as its successor is made from. */
interface RefreshToken {
  jti: string
  /** Random, and known to the database alone. Tokens of earlier versions have none. */
  seed?: string
}

/**
 * Gives a rotated refresh token a successor that depends only on its predecessor, on the predecessor's row and on this
 * installation: who has read the token needs the database as well as the key to work it out.
 *
 * A client whose tabs or retries refresh at the same moment gets one and the same successor from every node, with
 * nothing stored in the clear and nobody waiting for a lock. A predecessor used after its grace is a replay: the
 * engine revokes the family (RFC 9700 section 4.14.2).
 */
export function deriveSuccessors(provider: Provider, key: Buffer): void {
  const model = provider.RefreshToken as unknown as {
    readonly IN_PAYLOAD: string[]
    prototype: { generateTokenId(this: RefreshToken): string }
  }
  const stored = [...model.IN_PAYLOAD, 'seed']
  Object.defineProperty(model, 'IN_PAYLOAD', { get: () => stored })
  const random = model.prototype.generateTokenId
  model.prototype.generateTokenId = function generateTokenId() {
    this.seed = randomBytes(32).toString('base64url')
    const rotated = Provider.ctx?.oidc.entities.RotatedRefreshToken as RefreshToken | undefined
    if (!rotated) return random.call(this)
    return createHmac('sha256', key)
      .update(rotated.seed === undefined ? rotated.jti : `${rotated.jti}.${rotated.seed}`)
      .digest('base64url')
  }
}
