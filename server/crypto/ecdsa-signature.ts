/** Bytes of each number of an ES256 signature. */
const numberLength = 32

/**
 * An ECDSA signature over P-256 as tokens have it, two numbers side by side (RFC 7518 section 3.4), from what OpenSSL makes: a
 * DER sequence of two integers (RFC 3279 section 2.2.3). Node converts it too, at the price of half a signature.
 */
export function twoNumbers(der: Uint8Array): Buffer {
  const numbers = Buffer.alloc(2 * numberLength)
  // The sequence of two integers below 2^256 is shorter than 128 bytes: every length is one byte.
  let at = 2
  for (const end of [numberLength, 2 * numberLength]) {
    const length = der[at + 1] ?? 0
    const next = at + 2 + length
    // A leading zero keeps an integer positive; leading zeros of the number are left out.
    const digits = der.subarray(Math.max(at + 2, next - numberLength), next)
    numbers.set(digits, end - digits.length)
    at = next
  }
  return numbers
}
