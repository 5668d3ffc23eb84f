import { randomInt } from 'node:crypto'

/** What a caller does once, from the first request to the last; it rejects when anything is not as it should be. */
export type Visit = (origin: string) => Promise<void>

/** @throws Error when an answer is another than it should be */
export function demand(what: string, found: unknown, ...wanted: readonly unknown[]): void {
  if (!wanted.includes(found)) throw new Error(`${what}: ${found} instead of ${wanted.join(' or ')}`)
}

/** The header field by which a caller comes from one of five hundred networks. */
export const network = () => ({ 'x-forwarded-for': `10.20.${randomInt(2)}.${randomInt(1, 250)}` })
