import { type Kysely, sql } from 'kysely'

/** Whom to write to about an application (OpenID Connect Dynamic Client Registration 1.0 section 2). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table applications add column contacts text[] not null default '{}'`.execute(db)
}
