import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * SHA-256 of a random identifier or token: what the database keeps in its place.
 * Only for values with at least 128 random bits; passwords go through `passwords/hashing.ts`.
 */
export function sha256(value: string): Buffer {
  return createHash('sha256').update(value, 'utf8').digest()
}

/** Compares a random secret with its stored SHA-256 in constant time. */
export function matchesHash(value: string, stored: Uint8Array): boolean {
  const actual = sha256(value)
  return stored.byteLength === actual.byteLength && timingSafeEqual(actual, stored)
}
