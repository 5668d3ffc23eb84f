const MINIMUM_BYTES = 32

/**
 * The bytes that a written secret key stands for: hex when it is nothing but hex digits, else base64 (or base64url),
 * else the text itself as UTF-8; the first of these that gives at least 32 bytes. Undefined when none does.
 */
export function decodeSecretKey(text: string): Buffer | undefined {
  const readings: Buffer[] = []
  if (/^(?:[0-9a-f]{2})+$/i.test(text)) readings.push(Buffer.from(text, 'hex'))
  if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) readings.push(Buffer.from(text, 'base64'))
  readings.push(Buffer.from(text, 'utf8'))
  return readings.find((bytes) => bytes.length >= MINIMUM_BYTES)
}
