import { fromBase64, toBase64 } from '../base64.ts'

/** Encrypts and decrypts the `data` of events. */
export interface EventCipher {
  /** @returns standard base64 */
  encrypt(message: string): Promise<string>
  /** @throws {Error} the text was not made with this key, or was changed since */
  decrypt(data: string): Promise<string>
}

/** Bytes of the initialisation vector; it stands in front of the ciphertext. */
const ivBytes = 12

/** Random letters in front of the message, and what separates them from it. */
const prefixLetters = 16
const separator = '&'

/**
 * AES-128-GCM as event callbacks use it (reference section 9.4): the plaintext is 16 random letters, `&` and the
 * message; transmitted are a random initialisation vector of 12 bytes, the ciphertext and the 16 bytes of the tag,
 * together in base64. The vendor does not say where the vector is; this is our convention.
 * @param bytes the 16 bytes of the encryption key
 */
export function eventCipher(bytes: Uint8Array<ArrayBuffer>): EventCipher {
  const imported = crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  return {
    async encrypt(message) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
      const text = new TextEncoder().encode(`${randomLetters()}${separator}${message}`)
      const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await imported, text))
      const data = new Uint8Array(ivBytes + sealed.length)
      data.set(iv)
      data.set(sealed, ivBytes)
      return toBase64(data)
    },
    async decrypt(data) {
      const bytes = fromBase64(data)
      const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, ivBytes) }
      const opened = await crypto.subtle.decrypt(algorithm, await imported, bytes.subarray(ivBytes))
      const text = new TextDecoder('utf-8', { fatal: true }).decode(opened)
      if (text[prefixLetters] !== separator) throw new TypeError('the plaintext has no prefix')
      return text.slice(prefixLetters + separator.length)
    },
  }
}

/** Each byte gives one of 32 letters, all equally likely. */
function randomLetters(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef'
  return Array.from(crypto.getRandomValues(new Uint8Array(prefixLetters)), (byte) => letters[byte % 32]).join('')
}
