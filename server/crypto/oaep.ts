import { constants, createHash, type KeyObject, privateDecrypt } from 'node:crypto'

/** Of SHA-256. */
const hashBytes = 32
const maskHashes = ['sha256', 'sha1'] as const
/** Of the empty label, which everybody uses. */
const labelHash = createHash('sha256').digest()

/**
 * Decrypts RSAES-OAEP with SHA-256 (RFC 8017 section 7.1.2), whichever hash its masks were made with: Node knows one for both,
 * and Java's provider has SHA-1 for the mask where others have SHA-256. So the RSA operation is done without padding, and the padding
 * is taken off here, for both masks always and without a branch on what it holds: every bad input has one answer after the same work
 * (Manger, CRYPTO 2001).
 * @returns undefined when it was not encrypted for this key in this way
 */
export function decryptOaepSha256(key: KeyObject, ciphertext: Buffer): Buffer | undefined {
  const modulusBytes = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8
  if (ciphertext.length !== modulusBytes) return undefined
  let block: Buffer
  try {
    block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, ciphertext)
  } catch {
    // A number that is not below the modulus, which whoever sent it can see too.
    return undefined
  }
  const [sha256, sha1] = maskHashes.map((hash) => unpad(block, hash))
  return sha256 ?? sha1
}

/** Takes the padding off; the time depends on nothing but the length. */
function unpad(block: Buffer, maskHash: (typeof maskHashes)[number]): Buffer | undefined {
  const [maskedSeed, maskedData] = [block.subarray(1, 1 + hashBytes), block.subarray(1 + hashBytes)]
  const seed = xor(maskedSeed, mask(maskedData, hashBytes, maskHash))
  const data = xor(maskedData, mask(seed, maskedData.length, maskHash))
  // What is wrong gathers here; nothing is decided before all of it was looked at.
  let wrong = block[0] ?? 1
  for (let index = 0; index < hashBytes; index++) wrong |= (data[index] ?? 0) ^ (labelHash[index] ?? 0)
  let searching = 1
  let start = 0
  for (let index = hashBytes; index < data.length; index++) {
    const byte = data[index] ?? 0
    const isOne = isZero(byte ^ 1)
    const isEnd = searching & isOne
    start |= -isEnd & (index + 1)
    wrong |= searching & (1 ^ isOne) & (1 ^ isZero(byte))
    searching &= 1 ^ isOne
  }
  wrong |= searching
  const message = data.subarray(start)
  return wrong === 0 ? message : undefined
}

/** 1 for a byte that is 0, else 0. */
const isZero = (byte: number) => ((byte - 1) >>> 31) & 1

/** MGF1 (RFC 8017 appendix B.2.1). */
function mask(seed: Buffer, length: number, hash: (typeof maskHashes)[number]): Buffer {
  const parts: Buffer[] = []
  for (let counter = 0, size = 0; size < length; counter++) {
    const octets = Buffer.alloc(4)
    octets.writeUInt32BE(counter)
    const part = createHash(hash).update(seed).update(octets).digest()
    parts.push(part)
    size += part.length
  }
  return Buffer.concat(parts).subarray(0, length)
}

function xor(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)))
}
