import pg from 'pg'
import { applicationName } from '../../server/db/application-name.ts'

const limit = 5_000

/** Rows of the database at that address, over a connection of its own: where nothing comes in five seconds, it throws. */
export async function ask<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName('doctor'),
    connectionTimeoutMillis: limit,
    query_timeout: limit,
    // As a node asks for them, which a pooler may refuse.
    statement_timeout: limit,
    idle_in_transaction_session_timeout: limit,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<Row>(text, values)).rows
  } finally {
    void client.end().catch(() => {})
  }
}
