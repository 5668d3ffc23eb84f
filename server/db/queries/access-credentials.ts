import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/**
 * Keeps a management token for as long as its application's tokens live. One statement.
 * @returns that time in seconds; undefined when there is no such application
 */
export async function insertAccessCredential(
  db: Db,
  { tokenHash, clientId }: { tokenHash: Buffer; clientId: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ seconds: number }>`
    with application as (
      select client_id, management_token_seconds as seconds from applications where client_id = ${clientId}
    ), credential as (
      insert into access_credentials (token_hash, client_id, expires_at)
      select ${tokenHash}, client_id, now() + make_interval(secs => seconds) from application
    )
    select seconds from application`.execute(db)
  return rows[0]?.seconds
}
