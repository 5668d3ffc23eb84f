import { isUtf8 } from 'node:buffer'
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { JWK } from 'jose'

type JsonObject = Readonly<Record<string, unknown>>

/** A signed token (RFC 7515, compact serialisation) that was taken apart; nothing in it is verified yet. */
export interface SignedToken {
  readonly algorithm: string
  readonly keyId: string
  /** What it says it is, such as `at+jwt` (RFC 8725 section 3.11). */
  readonly type: unknown
  /** Header and payload as they were signed. */
  readonly content: string
  readonly payload: string
  readonly signature: Buffer
}

/** Takes a token apart; undefined when it is none, or names no key. */
export function readSignedToken(token: string): SignedToken | undefined {
  const [header = '', payload = '', last, ...more] = token.split('.', 4)
  if (last === undefined || more.length > 0) return undefined
  const signature = bytesOf(last)
  const { alg: algorithm, kid: keyId, typ: type, crit } = objectOf(bytesOf(header)) ?? {}
  // RFC 7515 section 4.1.11: what must be understood is not, whatever it is.
  if (!signature || typeof algorithm !== 'string' || typeof keyId !== 'string' || crit !== undefined) return undefined
  return { algorithm, keyId, type, content: `${header}.${payload}`, payload, signature }
}

/**
 * Public keys for RS256 and ES256, by their ids. Verification does not leave the thread: a signature is checked faster than
 * another thread is asked to.
 */
export class VerificationKeys {
  readonly #keys: ReadonlyMap<string, { readonly algorithm: string | undefined; readonly key: KeyObject }>

  constructor(keys: readonly JWK[]) {
    this.#keys = new Map(
      keys.map(({ kid = '', alg, ...jwk }) => [
        kid,
        { algorithm: alg, key: createPublicKey({ key: jwk, format: 'jwk' }) },
      ]),
    )
  }

  has(keyId: string): boolean {
    return this.#keys.has(keyId)
  }

  /** The claims of a token that one of these keys has signed; undefined when none has. */
  claimsOf({ keyId, algorithm, content, payload, signature }: SignedToken): JsonObject | undefined {
    const known = this.#keys.get(keyId)
    // RFC 8725 section 3.1: the key says what it is for, not the token.
    if (!known || known.algorithm !== algorithm) return undefined
    // Both hash with SHA-256; RFC 7518 section 3.4 has the two numbers of an ES256 signature beside each other.
    const key = algorithm === 'ES256' ? ({ key: known.key, dsaEncoding: 'ieee-p1363' } as const) : known.key
    return verify('sha256', Buffer.from(content), key, signature) ? objectOf(bytesOf(payload)) : undefined
  }
}

/** Base64url as RFC 7515 section 2 has it; undefined for any other writing of the same bytes. */
function bytesOf(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}

/** The JSON object that is written there (RFC 7519 section 7.2); undefined for anything else. */
function objectOf(bytes: Buffer | undefined): JsonObject | undefined {
  if (!bytes || !isUtf8(bytes)) return undefined
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}
