import { type Kysely, sql } from 'kysely'

/** Where browsers go after signing out is looked up without knowing whose address it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index applications_post_logout on applications using gin (post_logout_redirect_uris)`.execute(db)
}
