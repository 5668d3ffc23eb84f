import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** How the administrator configured the callback. */
export interface Callback {
  readonly token: string
  readonly encryptionKey?: string
  readonly signatureKey?: string
}

/** What a test may change of an event. */
export interface EventChanges {
  readonly timestamp?: number
  readonly authorization?: string
  /** Changes the body after it was signed. */
  readonly tamper?: (body: Record<string, unknown>) => void
}

const letters = 'abcdefghijklmnop'

/** Encrypts as the sender of events does: 12 bytes of IV, ciphertext, 16 bytes of tag, in base64. */
export function encryptData(message: string, key: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-128-gcm', Buffer.from(key, 'ascii'), iv)
  const ciphertext = Buffer.concat([cipher.update(`${letters}&${message}`, 'utf8'), cipher.final()])
  return Buffer.concat([iv, ciphertext, cipher.getAuthTag()]).toString('base64')
}

/** Decrypts what `encryptData`, or a receiver, made. */
export function decryptData(data: string, key: string): string {
  const bytes = Buffer.from(data, 'base64')
  const decipher = createDecipheriv('aes-128-gcm', Buffer.from(key, 'ascii'), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
  return text.slice(text.indexOf('&') + 1)
}

/** Makes the request with which OneAccess sends an event. */
export function eventRequest(
  callback: Callback,
  eventType: string,
  message: string,
  changes: EventChanges = {},
): Request {
  const { token, encryptionKey, signatureKey } = callback
  const nonce = randomBytes(8).toString('hex')
  const timestamp = changes.timestamp ?? Date.now()
  const data = encryptionKey === undefined ? message : encryptData(message, encryptionKey)
  const signed = `${nonce}&${timestamp}&${eventType}&${data}`
  const signature = signatureKey === undefined ? '' : createHmac('sha256', signatureKey).update(signed).digest('base64')
  const body: Record<string, unknown> = { nonce, timestamp, eventType, data, signature }
  changes.tamper?.(body)
  const headers = { 'Content-Type': 'application/json', Authorization: changes.authorization ?? `Bearer ${token}` }
  return new Request('https://app.example.com/callback', { method: 'POST', headers, body: JSON.stringify(body) })
}
