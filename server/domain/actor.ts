/** Who asks a service for something: callers of every kind fit. */
export type { Actor } from '../db/queries/audit.ts'
