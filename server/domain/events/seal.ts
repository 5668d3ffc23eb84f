import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Bytes of the initialisation vector, which stands in front of the ciphertext, and of the tag behind it: our convention. */
const ivBytes = 12
const tagBytes = 16
/** Random letters in front of the message, and what separates them from it. */
const prefixLetters = 16
const separator = '&'

/** A callback as the application was told it: in plain text, for as long as it is used. */
export interface CallbackSecrets {
  readonly token: string
  /** Absent: nothing is encrypted. */
  readonly encryptionKey?: string | undefined
  /** Absent: nothing is signed. */
  readonly signatureKey?: string | undefined
}

/** An event as it travels (section 9.4). */
export interface Envelope {
  readonly nonce: string
  readonly timestamp: number
  readonly eventType: string
  readonly data: string
  readonly signature: string
}

/** Makes the envelope of one attempt: time, nonce and signature are new each time. */
export function sealEvent(secrets: CallbackSecrets, eventType: string, message: string): Envelope {
  const nonce = randomLetters()
  const timestamp = Date.now()
  const data = encryptData(secrets, message)
  return { nonce, timestamp, eventType, data, signature: signatureOf(secrets, [nonce, timestamp, eventType, data]) }
}

/** Base64 of HMAC-SHA256 over the values as they are transmitted, joined by `&`; empty where nothing is signed. */
export function signatureOf({ signatureKey }: CallbackSecrets, values: readonly (string | number)[]): string {
  if (signatureKey === undefined) return ''
  return createHmac('sha256', signatureKey).update(values.join('&')).digest('base64')
}

/** AES-128-GCM over 16 random letters, `&` and the message; the message itself where nothing is encrypted. */
export function encryptData({ encryptionKey }: CallbackSecrets, message: string): string {
  if (encryptionKey === undefined) return message
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-128-gcm', encryptionKey, iv)
  const text = cipher.update(`${randomLetters()}${separator}${message}`, 'utf8')
  return Buffer.concat([iv, text, cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/**
 * The message of what `encryptData`, or an application with the same key, made.
 * @returns undefined when the text was made with another key, or is no such thing
 */
export function decryptData({ encryptionKey }: CallbackSecrets, data: string): string | undefined {
  if (encryptionKey === undefined) return data
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length < ivBytes + tagBytes) return undefined
  try {
    const options = { authTagLength: tagBytes }
    const decipher = createDecipheriv('aes-128-gcm', encryptionKey, bytes.subarray(0, ivBytes), options)
    decipher.setAuthTag(bytes.subarray(-tagBytes))
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8')
    return text[prefixLetters] === separator ? text.slice(prefixLetters + separator.length) : undefined
  } catch {
    return undefined
  }
}

/** 16 letters, each one of 32 that are equally likely. */
export function randomLetters(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef'
  return Array.from(randomBytes(prefixLetters), (byte) => letters[byte % letters.length]).join('')
}
