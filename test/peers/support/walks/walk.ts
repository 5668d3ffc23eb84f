import type { Installation } from '../../../support/installation.ts'

/** A walk of one caller from its first request to its last, which rejects when anything is not as it should be. */
export type Walk = (at: Installation) => Promise<unknown>

/** Walks by what a caller does in them. */
export type Walks = Readonly<Record<string, Walk>>
