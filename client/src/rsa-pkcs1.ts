/** The numbers of an RSA public key, big-endian, without leading zeros. */
export interface RsaPublicKey {
  readonly modulus: Uint8Array
  readonly exponent: Uint8Array
}

/** What RSAES-PKCS1-v1_5 adds to a block at least (RFC 8017 section 7.2.1). */
export const pkcs1Overhead = 11

/**
 * Encrypts one block with RSAES-PKCS1-v1_5 (RFC 8017 section 7.2.1). WebCrypto offers only OAEP, so the padding and
 * the modular exponentiation are done here. Only public numbers and a padded, thus random, message take part; there is
 * no private key whose bits the running time could tell.
 * @param block at most as long as the modulus without `pkcs1Overhead`
 * @returns as many bytes as the modulus has
 */
export function encryptPkcs1Block({ modulus, exponent }: RsaPublicKey, block: Uint8Array): Uint8Array {
  // EM = 0x00 || 0x02 || PS || 0x00 || M, where PS is random and has no zero byte.
  const encoded = new Uint8Array(modulus.length)
  encoded[1] = 2
  encoded.set(nonZeroBytes(modulus.length - block.length - 3), 2)
  encoded.set(block, modulus.length - block.length)
  return toBytes(power(toNumber(encoded), toNumber(exponent), toNumber(modulus)), modulus.length)
}

function nonZeroBytes(length: number): Uint8Array {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  for (let index = 0; index < length; index += 1) {
    // Drawn again, one byte at a time: replacing a zero by a fixed value would make that value likelier.
    while (bytes[index] === 0) crypto.getRandomValues(bytes.subarray(index, index + 1))
  }
  return bytes
}

/** base^exponent mod modulus, by squaring. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let bits = exponent; bits > 0n; bits >>= 1n) {
    if (bits & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`)
}

function toBytes(value: bigint, length: number): Uint8Array {
  const hex = value.toString(16).padStart(length * 2, '0')
  return Uint8Array.from({ length }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16))
}
