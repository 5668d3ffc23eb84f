import { createHmac, randomBytes } from 'node:crypto'
import { Provider } from 'oidc-provider'
import { sha256 } from '../crypto/hash.ts'

/** What a refresh token's row says of the token that takes its place. */
export interface Succession {
  /** Random, and known to the database alone. */
  readonly seed: string
  /** SHA-256 of the successor's id, in hex: under which it will be stored. */
  readonly next: string
}

/** Prepares the successor of a new refresh token. */
export function newSuccession(key: Buffer): Succession {
  const seed = randomBytes(32).toString('base64url')
  return { seed, next: sha256(successorOf(key, seed)).toString('hex') }
}

/** The successor's id: whoever works it out needs the database as well as the installation's key. */
export function successorOf(key: Buffer, seed: string): string {
  return createHmac('sha256', key).update(seed).digest('base64url')
}

/** As much of the engine's refresh token as its successor is made from. Tokens of earlier versions lack some of it. */
interface RefreshToken extends Partial<Succession> {
  jti: string
}

/**
 * Gives a rotated refresh token a successor that depends only on its predecessor's row and on this installation.
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
  const stored = [...model.IN_PAYLOAD, 'seed', 'next']
  Object.defineProperty(model, 'IN_PAYLOAD', { get: () => stored })
  const random = model.prototype.generateTokenId
  model.prototype.generateTokenId = function generateTokenId() {
    Object.assign(this, newSuccession(key))
    const rotated = Provider.ctx?.oidc.entities.RotatedRefreshToken as RefreshToken | undefined
    if (!rotated) return random.call(this)
    const { jti, seed, next } = rotated
    if (next === undefined) return successorOf(key, seed === undefined ? jti : `${jti}.${seed}`)
    return successorOf(key, seed ?? '')
  }
}
