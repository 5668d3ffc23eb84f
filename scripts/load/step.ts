/** One kind of rows that a load makes. */
export interface LoadStep {
  /** As progress tells it. */
  readonly name: string
  /** How many; they are numbered from 1. */
  readonly rows: number
  /** Makes those numbered $1 to $2. */
  readonly sql: string
}

/** How much is loaded. */
export interface LoadSizes {
  readonly users: number
  /** Attempts to sign in of each user, spread over half a year. */
  readonly signIns: number
  /** Rows that have expired and wait for the purge. */
  readonly expired: number
}

/** How many there are of what is fewer than users. */
export const numbers = {
  organizations: (users: number) => Math.max(10, Math.ceil(users / 100)),
  roleGroups: 100,
  applicationRoles: 20,
  applicationOrganizations: (users: number) => Math.max(10, Math.ceil(users / 1_000)),
} as const
