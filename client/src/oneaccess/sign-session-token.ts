import { toBase64 } from '../base64.ts'
import { importPublicKey } from '../public-key.ts'

/** What a signature is made of. */
export interface SessionProof {
  /** The session token of the user's sign-in. */
  readonly sessionToken: string
  /** The server's time in Unix milliseconds, as `/api/v2/sdk/server-date` has it. */
  readonly timestamp: number | string
  /** New for each signature; drawn by chance when left out. */
  readonly nonce?: string | undefined
}

/** What a signature is made of, and for whom. */
export interface SignSessionTokenOptions extends SessionProof {
  /** The application's key of `/api/v2/sdk/public-key`, a PEM block `PUBLIC KEY`. */
  readonly publicKey: string
}

/**
 * Makes the value of `X-signature` (reference section 9.1). In spite of its name it is encrypted, not signed: with
 * RSA-OAEP, SHA-256 for both digests, so that only the server reads the session token. A key of 2048 bits takes session
 * tokens of up to 129 characters.
 * @returns standard base64
 * @throws {DOMException} the key is no RSA public key, or the session token is too long for it
 */
export async function signSessionToken({ publicKey, ...proof }: SignSessionTokenOptions): Promise<string> {
  return encryptProof(await importPublicKey(publicKey), proof)
}

/** The same with a key that is read already. */
export async function encryptProof(key: CryptoKey, { sessionToken, timestamp, nonce }: SessionProof): Promise<string> {
  const text = `session_token=${sessionToken}&timestamp=${timestamp}&nonce=${nonce ?? randomNonce()}`
  return toBase64(new Uint8Array(await crypto.subtle.encrypt('RSA-OAEP', key, new TextEncoder().encode(text))))
}

/** 64 bits: told apart within a millisecond, and short, because an RSA block has little room beside the token. */
function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
