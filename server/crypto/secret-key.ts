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

/** NIST SP 800-131A: less strength than this is none. */
const MINIMUM_BITS = 112

/**
 * Whether the bytes are as mixed as random ones are: their Shannon entropy times their number. It tells `aaaa…` and words
 * written several times from a key; it cannot tell whether anybody knows the key.
 */
export function looksRandom(bytes: Buffer): boolean {
  const counts = Object.values(Object.groupBy(bytes, String)).map((same) => same?.length ?? 0)
  const bits = counts.reduce((sum, count) => sum + count * Math.log2(bytes.length / count), 0)
  return bits >= MINIMUM_BITS
}
