import { timingSafeEqual } from 'node:crypto'
import { decrypt, getSignature } from '@wecom/crypto'
import { readXml } from './xml.ts'

/** How far the time of a signature may be from ours, in seconds. */
const signatureWindow = 5 * 60

/** What WeCom signs: the cipher text of an event or of the address check. */
export interface Signed {
  readonly signature: string
  /** Unix seconds. */
  readonly timestamp: string
  readonly nonce: string
  readonly cipherText: string
}

/** What makes a call-back one of this enterprise. */
export interface CallbackSecrets {
  readonly token: string
  /** The `EncodingAESKey`. */
  readonly key: string
  /** Whom the text inside has to be for: the enterprise, or a suite. */
  readonly receiveId: string
}

/** Whom an event is for, and its cipher text, as its envelope says. */
export function readEnvelope(body: string): { receiveId: string; cipherText: string } | undefined {
  const { ToUserName: receiveId, Encrypt: cipherText } = readXml(body) ?? {}
  return receiveId && cipherText ? { receiveId, cipherText } : undefined
}

/** Whether it was signed about now, by the clocks of both sides. */
export function isRecent({ timestamp }: Signed): boolean {
  return Math.abs(Date.now() / 1000 - Number(timestamp)) <= signatureWindow
}

/** Whether the signature was made with that token. Compared in constant time. */
export function isSignedWith(token: string, { signature, timestamp, nonce, cipherText }: Signed): boolean {
  const expected = Buffer.from(getSignature(token, timestamp, nonce, cipherText))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/**
 * The plain text; undefined when it cannot be read or is for somebody else. The library decrypts anything, 64 zero bytes too,
 * and cuts what it gets by the length it finds. So what stands behind the text counts: all of it has to be the receive id.
 */
export function openText({ key, receiveId }: CallbackSecrets, cipherText: string): string | undefined {
  try {
    const { message, id } = decrypt(key, cipherText)
    return id === receiveId && message !== '' ? message : undefined
  } catch {
    return undefined
  }
}
