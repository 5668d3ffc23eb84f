import { type Kysely, sql } from 'kysely'

/**
 * Two rights of an application that the protocol leaves to the registration. Until now every confidential application of
 * the platform itself could look at the tokens of others: those keep it, new ones have to be given it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table applications
      add column introspects_all_tokens boolean not null default false,
      add column claims_in_id_token boolean not null default false,
      add constraint applications_introspection_needs_authentication
        check (not introspects_all_tokens or token_endpoint_auth_method <> 'none')
  `.execute(db)
  await sql`
    update applications set introspects_all_tokens = true
    where first_party and token_endpoint_auth_method <> 'none'
  `.execute(db)
}
