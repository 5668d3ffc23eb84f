import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { ShortLived } from '../short-lived.ts'

const PREFIX = 'bts'
const EXPIRY_BYTES = 4
const ID_BYTES = 8
const SEAL_BYTES = 16
/** Whose sessions are, and which were ended, is kept of so many for a month. */
const KEPT = { most: 10_000, lifetimeMilliseconds: 30 * 24 * 60 * 60 * 1000 }

/**
 * Makes and knows session tokens without keeping them: each carries the second in which it ends and a seal over that; kept is
 * only whose they are.
 * They are short, because `X-signature` has room for 190 bytes with a key of 2048 bits.
 */
export interface SessionTokens {
  /** @param lifetime in seconds */
  issue(lifetime: number, owner?: string): string
  /** Whether the token was made here and has not ended. */
  isLive(token: unknown): boolean
  /** Whose session it is; undefined where that was not kept. */
  ownerOf(token: unknown): string | undefined
  /** Ends a session before its time. */
  end(token: string): void
  /** Forgets whose the sessions are, and which were ended. */
  reset(): void
}

/** Session tokens under a secret that is made at the start and lost at the end. */
export function createSessionTokens(clock: () => number = () => Date.now()): SessionTokens {
  const owners = new ShortLived<string>({ ...KEPT, clock })
  const ended = new ShortLived<true>({ ...KEPT, clock })
  const secret = randomBytes(32)
  const seal = (content: Buffer) => createHmac('sha256', secret).update(content).digest().subarray(0, SEAL_BYTES)
  return {
    issue(lifetime, owner) {
      const expiry = Buffer.alloc(EXPIRY_BYTES)
      expiry.writeUInt32BE(Math.floor(clock() / 1000) + lifetime)
      const content = Buffer.concat([expiry, randomBytes(ID_BYTES)])
      const token = PREFIX + Buffer.concat([content, seal(content)]).toString('base64url')
      if (owner !== undefined) owners.keep(token, owner)
      return token
    },
    isLive(token) {
      if (typeof token !== 'string' || !token.startsWith(PREFIX) || ended.get(token)) return false
      const bytes = Buffer.from(token.slice(PREFIX.length), 'base64url')
      if (bytes.length !== EXPIRY_BYTES + ID_BYTES + SEAL_BYTES) return false
      // The last letter has bits to spare: only one of its spellings is the token.
      if (PREFIX + bytes.toString('base64url') !== token) return false
      const content = bytes.subarray(0, -SEAL_BYTES)
      if (!timingSafeEqual(bytes.subarray(-SEAL_BYTES), seal(content))) return false
      return content.readUInt32BE() > clock() / 1000
    },
    ownerOf: (token) => (typeof token === 'string' ? owners.get(token) : undefined),
    end: (token) => void ended.keep(token, true),
    reset: () => {
      owners.clear()
      ended.clear()
    },
  }
}
