import type { ColumnType, Generated } from 'kysely'
import type { MadeTime } from './columns.ts'

/** Attempts and failures, counted under a key for a time. */
export interface RateLimitsTable {
  key: string
  points: Generated<number>
  /** Attempts that are under way, as long as `pendingUntil` (milliseconds since 1970) has not passed. */
  pending: Generated<number>
  pendingUntil: Generated<string>
  /** Milliseconds since 1970 as a decimal text (bigint); absent means never. */
  expire: string | null
}

/** Changes of the number of a table's rows; their sum is that number. */
export interface RowCountsTable {
  id: ColumnType<string, never, never>
  name: string
  /** A decimal text (bigint). */
  delta: ColumnType<string, number, number>
}

/** One row: what the database knows of the installation it belongs to. */
export interface InstallationTable {
  onlyOne: Generated<boolean>
  /** Tells whether a SECRET_KEY is the one that versions before `secret_keys` take. */
  secretCheck: Buffer
  createdAt: MadeTime
}

/** A SECRET_KEY that opens the installation. */
export interface SecretKeysTable {
  /** Tells whether a SECRET_KEY is this one. */
  checkValue: Buffer
  /** The installation's secret, under a key derived from this one. */
  wrapped: Buffer
  createdAt: MadeTime
}

/** One row, which the readiness check writes to. */
export interface ReadinessTable {
  onlyRow: Generated<boolean>
  checkedAt: MadeTime
}

/** Where a caller's last write ended; not on replicas. */
export interface CallerWritesTable {
  caller: string
  /** A place in the log of changes (pg_lsn). */
  position: string
  writtenAt: MadeTime
}

/** One row: which life of the primary this is. */
export interface EraTable {
  onlyRow: Generated<boolean>
  era: string
}
