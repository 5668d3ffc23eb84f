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
}

/** Makes a key pair (RSA, 2048 bits) that ends with the process. */
export async function createSignatureKey(sessions: SessionTokens): Promise<SignatureKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  // A nonce counts for as long as its timestamp could be sent again.
  const nonces = new ShortLived<true>({ most: 10_000, lifetimeMilliseconds: 2 * TOLERANCE_MILLISECONDS })
  return {
    publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })).trim(),
    reasonAgainst(signature) {
      if (!signature) return 'X-signature is missing'
      const text = decryptOaep(privateKey, Buffer.from(signature, 'base64'))?.toString()
      if (text === undefined) return 'X-signature is not encrypted with the key of getPublicKey and RSA-OAEP SHA-256'
      const [, token, timestamp, nonce] = /^session_token=(.+)&timestamp=(\d+)&nonce=(.+)$/.exec(text) ?? []
      if (!token || !nonce) return 'X-signature does not hold session_token, timestamp and nonce in this order'
      if (!sessions.isLive(token)) return "the session_token is expired or not from this mock's start"
      if (Math.abs(Number(timestamp) - Date.now()) > TOLERANCE_MILLISECONDS) {
        return 'the timestamp is more than five minutes from the time of getServerDate'
      }
      return nonces.keep(nonce, true) ? undefined : 'the nonce was used before'
    },
  }
}
