import { fromBase64 } from '../base64.ts'

/** What a signature covers, as it was transmitted. */
export interface SignedParts {
  readonly nonce: string
  readonly timestamp: number
  readonly eventType: string
  readonly data: string
}

/** Whether a signature belongs to an event. */
export type VerifySignature = (parts: SignedParts, signature: string) => Promise<boolean>

/**
 * HMAC-SHA256 over the four values joined by `&`, in base64 (reference section 9.4). WebCrypto compares in constant time.
 * @param bytes the 16 bytes of the signature key
 */
export function signatureVerifier(bytes: Uint8Array<ArrayBuffer>): VerifySignature {
  const imported = crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
  return async ({ nonce, timestamp, eventType, data }, signature) => {
    const message = new TextEncoder().encode([nonce, timestamp, eventType, data].join('&'))
    const given = bytesOf(signature)
    return given !== undefined && crypto.subtle.verify('HMAC', await imported, given, message)
  }
}

function bytesOf(signature: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return fromBase64(signature)
  } catch {
    return undefined
  }
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export async function isSameSecret(left: string, right: string): Promise<boolean> {
  const [a, b] = await Promise.all([left, right].map(digest))
  let difference = 0
  for (const [index, byte] of (a ?? []).entries()) difference |= byte ^ (b?.[index] ?? 0)
  return difference === 0
}

/** Of equal length for all texts, and of no use to whoever would measure the comparison. */
async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}
