import { constants, createPrivateKey, createPublicKey, type KeyObject, privateDecrypt } from 'node:crypto'
import type { JWK } from 'jose'

/** How a form's password was encrypted: the paddings of PKCS #1 (RFC 8017 sections 7.1 and 7.2). */
export type PasswordEncryption = 'RSAES-PKCS1-v1_5' | 'RSA-OAEP-256'

/** RSA encryption of passwords between the sign-in form and the server (api-42744725). */
export class LoginEncryption {
  readonly #privateKey: KeyObject
  /** The public key as PEM (SubjectPublicKeyInfo), for JSEncrypt and its like. */
  readonly publicKeyPem: string

  constructor(key: JWK) {
    this.#privateKey = createPrivateKey({ key: key as never, format: 'jwk' })
    this.publicKeyPem = createPublicKey(this.#privateKey).export({ type: 'spki', format: 'pem' }).toString()
  }

  /**
   * Decrypts base64 of one or more cipher blocks that together hold UTF-8 text.
   *
   * A wrong PKCS #1 v1.5 padding gives random text instead of an error (implicit rejection, OpenSSL 3.2 and later),
   * so that nobody can tell it from a wrong password (Bleichenbacher).
   * @returns undefined when the text is no such thing; callers treat it as a wrong password
   */
  decrypt(base64: string, encryption: PasswordEncryption): string | undefined {
    const bytes = Buffer.from(base64, 'base64')
    const blockBytes = (this.#privateKey.asymmetricKeyDetails?.modulusLength ?? 2048) / 8
    const blocks = bytes.length / blockBytes
    if (!Number.isInteger(blocks) || blocks < 1 || blocks > maximumBlocks) return undefined
    try {
      const parts = Array.from({ length: blocks }, (_, index) =>
        privateDecrypt(
          encryption === 'RSA-OAEP-256'
            ? { key: this.#privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
            : { key: this.#privateKey, padding: constants.RSA_PKCS1_PADDING },
          bytes.subarray(index * blockBytes, (index + 1) * blockBytes),
        ),
      )
      // Bytes that are not UTF-8 must not become a replacement character: unlike passwords would be alike.
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts))
    } catch {
      return undefined
    }
  }
}

/** A password of 128 characters of four bytes each, in the 117-byte blocks that clients cut. */
const maximumBlocks = 5
