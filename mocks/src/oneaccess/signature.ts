import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { ShortLived } from '../short-lived.ts'
import { decryptOaep } from './oaep.ts'
import type { SessionTokens } from './session-tokens.ts'

const TOLERANCE_MILLISECONDS = 5 * 60 * 1000

/** The key of the mock's applications, and the check of what is encrypted with it. */
export interface SignatureKey {
  /** PEM, SubjectPublicKeyInfo. */
  publicKey: string
  /** Why `X-signature` is refused; undefined when it is in order. Its nonce is used up then. */
  reasonAgainst(signature: string | undefined): string | undefined
  /** The session token that a signature holds. */
  sessionIn(signature: string | undefined): string | undefined
}

/** Makes a key pair (RSA, 2048 bits) that ends with the process. */
export async function createSignatureKey(
  sessions: SessionTokens,
  clock: () => number = () => Date.now(),
): Promise<SignatureKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  // A nonce counts for as long as its timestamp could be sent again.
  const nonces = new ShortLived<true>({ most: 10_000, lifetimeMilliseconds: 2 * TOLERANCE_MILLISECONDS, clock })
  const read = (signature: string) => decryptOaep(privateKey, Buffer.from(signature, 'base64'))?.toString()
  return {
    publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })).trim(),
    reasonAgainst(signature) {
      if (!signature) return 'X-signature is missing'
      const text = read(signature)
      if (text === undefined) return 'X-signature is not encrypted with the key of getPublicKey and RSA-OAEP SHA-256'
      const [, token, timestamp, nonce] = /^session_token=(.+)&timestamp=(\d+)&nonce=(.+)$/.exec(text) ?? []
      if (!token || !nonce) return 'X-signature does not hold session_token, timestamp and nonce in this order'
      if (!sessions.isLive(token)) return "the session_token is expired or not from this mock's start"
      if (Math.abs(Number(timestamp) - clock()) > TOLERANCE_MILLISECONDS) {
        return 'the timestamp is more than five minutes from the time of getServerDate'
      }
      return nonces.keep(nonce, true) ? undefined : 'the nonce was used before'
    },
    sessionIn: (signature = '') => /^session_token=(.+)&timestamp=/.exec(read(signature) ?? '')?.[1],
  }
}
