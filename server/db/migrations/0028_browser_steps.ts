import { type Kysely, sql } from 'kysely'

/**
 * The steps of a sign-in on the hosted pages, beside those of apps with pages of their own: there need not be an application, and what
 * was proved so far, and whether the session is to outlive the browser, is kept in between. And an application's logo.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [states, logos]) await part.execute(db)
}

const states = sql`
alter table sign_in_states
  alter column client_id drop not null,
  add column amr text[] not null default '{}',
  add column remember boolean not null default false;
`

/** The picture as it is served, and its SHA-256, by which browsers know it again. */
const logos = sql`
alter table applications
  add column logo bytea check (octet_length(logo) between 1 and 262144),
  add column logo_hash bytea check (octet_length(logo_hash) = 32),
  add constraint applications_logo check ((logo is null) = (logo_hash is null));
create index applications_logo_hash on applications (logo_hash) where logo_hash is not null;
`
