/** A reason why the embedded database cannot be used; the message is meant for the person who starts OpenAccount. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
}

/** What can always be done instead. */
export const FALLBACK_ADVICE = 'or set DATABASE_URL to a PostgreSQL of your own'
