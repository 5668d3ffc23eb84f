import { createHash, randomBytes } from 'node:crypto'

/** Makes the ids of what is created. */
export interface Ids {
  /** A GUID, as the Account API has them (RFC 9562 section 5.7). */
  guid(): string
  /** An id of OneAccess: `20220413165737132-3BA0-91FCA2CB7`. */
  stamped(): string
  /** Begins anew, which a seed shows. */
  reset(): void
}

/**
 * @param seed makes the ids repeatable, as far as the clock is
 */
export function createIds(clock: () => number, seed?: string): Ids {
  let count = 0
  const hex = () => {
    count++
    const bytes = seed === undefined ? randomBytes(16) : createHash('sha256').update(`${seed} ${count}`).digest()
    return bytes.toString('hex')
  }
  return {
    guid() {
      const time = clock().toString(16).padStart(12, '0')
      const random = hex()
      return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`
    },
    stamped() {
      const random = hex().toUpperCase()
      return `${new Date(clock()).toISOString().replace(/\D/g, '')}-${random.slice(0, 4)}-${random.slice(4, 13)}`
    },
    reset() {
      count = 0
    },
  }
}
