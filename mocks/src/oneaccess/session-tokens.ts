import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const PREFIX = 'bts'
const EXPIRY_BYTES = 4
const ID_BYTES = 8
const SEAL_BYTES = 16

/**
 * Makes and knows session tokens without keeping them: each carries the second in which it ends and a seal over that.
 * They are short, because `X-signature` has room for 190 bytes with a key of 2048 bits.
 */
export interface SessionTokens {
  /** @param lifetime in seconds */
  issue(lifetime: number): string
  /** Whether the token was made here and has not ended. */
  isLive(token: unknown): boolean
}

/** Session tokens under a secret that is made at the start and lost at the end. */
export function createSessionTokens(): SessionTokens {
  const secret = randomBytes(32)
  const seal = (content: Buffer) => createHmac('sha256', secret).update(content).digest().subarray(0, SEAL_BYTES)
  return {
    issue(lifetime) {
      const expiry = Buffer.alloc(EXPIRY_BYTES)
      expiry.writeUInt32BE(Math.floor(Date.now() / 1000) + lifetime)
      const content = Buffer.concat([expiry, randomBytes(ID_BYTES)])
      return PREFIX + Buffer.concat([content, seal(content)]).toString('base64url')
    },
    isLive(token) {
      if (typeof token !== 'string' || !token.startsWith(PREFIX)) return false
      const bytes = Buffer.from(token.slice(PREFIX.length), 'base64url')
      if (bytes.length !== EXPIRY_BYTES + ID_BYTES + SEAL_BYTES) return false
      // The last letter has bits to spare: only one of its spellings is the token.
      if (PREFIX + bytes.toString('base64url') !== token) return false
      const content = bytes.subarray(0, -SEAL_BYTES)
      if (!timingSafeEqual(bytes.subarray(-SEAL_BYTES), seal(content))) return false
      return content.readUInt32BE() > Date.now() / 1000
    },
  }
}
