/** Thrown into whatever waits for a connection that has been given up: its answer does not come any more. */
export class DatabaseSilent extends Error {
  override name = 'DatabaseSilent'
}

/** Seconds after which to ask again when the database is away. */
export const retryAfterDatabase = 5

/**
 * Classes and codes of PostgreSQL (appendix A) that speak of the server and not of the statement: connections (08), resources
 * such as a full disk (53), shutting down or cancelled (57), the system (58), a server that only reads (25006), locks and
 * transactions that took too long (55P03, 25P03, 25P04); and it lets nobody in with this password (28).
 */
const serverStates = /^(08|28|53|57|58|XX001|25006|25P03|25P04|55P03)/
/** A statement writes, and the server only reads: it is a standby, or the disk is full (read_only_sql_transaction). */
export const readOnlyServer = '25006'
/** Codes of the system's. */
const systemErrors = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/
/** What the driver says without a code. */
const driverMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after)/

/** Whether a statement took longer than one may (57014). */
export const isTooSlow = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '57014'

/**
 * Whether a failure says that the database cannot be used at the moment, so that the same call may well do later: it cannot be
 * reached, does not answer, is going down or coming up, or cannot write.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof DatabaseSilent || driverMessages.test(error.message)) return true
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (serverStates.test(code) || systemErrors.test(code)) return true
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  return isDatabaseAway(error.cause)
}
