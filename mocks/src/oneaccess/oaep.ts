import { constants, createHash, type KeyObject, privateDecrypt } from 'node:crypto'

const HASH_BYTES = 32

function mask(seed: Buffer, length: number, hash: string): Buffer {
  const parts: Buffer[] = []
  for (let counter = 0; Buffer.concat(parts).length < length; counter++) {
    const suffix = Buffer.alloc(4)
    suffix.writeUInt32BE(counter)
    parts.push(createHash(hash).update(seed).update(suffix).digest())
  }
  return Buffer.concat(parts).subarray(0, length)
}

function xor(bytes: Buffer, other: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, index) => byte ^ (other[index] ?? 0)))
}

/** The message in an OAEP block with SHA-256 and an empty label (RFC 8017 section 7.1.2); undefined when it is none. */
function unpad(block: Buffer, maskHash: string): Buffer | undefined {
  const maskedSeed = block.subarray(1, 1 + HASH_BYTES)
  const maskedData = block.subarray(1 + HASH_BYTES)
  const seed = xor(maskedSeed, mask(maskedData, HASH_BYTES, maskHash))
  const data = xor(maskedData, mask(seed, maskedData.length, maskHash))
  const labelHash = createHash('sha256').digest()
  if (block[0] !== 0 || !data.subarray(0, HASH_BYTES).equals(labelHash)) return undefined
  const end = data.indexOf(1, HASH_BYTES)
  const isPadding = end > 0 && data.subarray(HASH_BYTES, end).every((byte) => byte === 0)
  return isPadding ? data.subarray(end + 1) : undefined
}

/**
 * Decrypts RSA-OAEP with SHA-256, whose mask is made with SHA-256 as documented or with SHA-1 as stock Java does under the
 * same name (section 9.1). Node has no setting for the latter, hence the padding is undone here. A mock has nothing to
 * lose to timing; a server must not do it this way.
 * @returns undefined when the text is not encrypted with this key
 */
export function decryptOaep(key: KeyObject, encrypted: Buffer): Buffer | undefined {
  let block: Buffer
  try {
    block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encrypted)
  } catch {
    return undefined
  }
  return unpad(block, 'sha256') ?? unpad(block, 'sha1')
}
