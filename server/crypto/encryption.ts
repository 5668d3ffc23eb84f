import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** First byte of everything `encrypt` makes, so that the scheme can change without guessing. */
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** Thrown by `decrypt` when the data was changed, cut, or made with another key. */
export class DecryptionError extends Error {
  override name = 'DecryptionError'
}

/**
 * A 32-byte key for one purpose, derived from the installation's secret (HKDF-SHA256, RFC 5869). Keys of
 * different purposes tell nothing about each other. `purpose` is a fixed word of the code, never user input.
 */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `openaccount/${purpose}`, KEY_BYTES))
}

/**
 * AES-256-GCM (NIST SP 800-38D) under a 32-byte key. Gives version byte, 12-byte random nonce, 16-byte tag and
 * ciphertext, in this order.
 */
export function encrypt(key: Buffer, plaintext: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.of(VERSION))
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body])
}

/** The plaintext of what `encrypt` made. Throws DecryptionError when key or data are not the ones it was made with. */
export function decrypt(key: Buffer, data: Buffer): Buffer {
  const bodyAt = 1 + NONCE_BYTES + TAG_BYTES
  if (data.length < bodyAt) throw new DecryptionError('encrypted data is too short')
  if (data[0] !== VERSION) throw new DecryptionError('encrypted data has an unknown version')
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(1, 1 + NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(data.subarray(0, 1))
  decipher.setAuthTag(data.subarray(1 + NONCE_BYTES, bodyAt))
  try {
    return Buffer.concat([decipher.update(data.subarray(bodyAt)), decipher.final()])
  } catch (cause) {
    throw new DecryptionError('encrypted data was changed or made with another key', { cause })
  }
}
