import { type Kysely, sql } from 'kysely'

/** Applications as service providers of SAML. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table applications
  add column saml_entity_id text check (char_length(saml_entity_id) between 1 and 1024),
  -- The first is the one that is used where a request names none.
  add column saml_acs_urls text[] not null default '{}' check (cardinality(saml_acs_urls) <= 64),
  add column saml_logout_url text check (char_length(saml_logout_url) <= 2048),
  add column saml_backchannel_logout_url text check (char_length(saml_backchannel_logout_url) <= 2048),
  -- What its messages are verified with; all of them are tried.
  add column saml_certificates text[] not null default '{}' check (cardinality(saml_certificates) <= 8),
  add column saml_encryption_certificate text check (char_length(saml_encryption_certificate) <= 16384),
  add column saml_authn_requests_signed boolean not null default false,
  add column saml_name_id_format text not null default 'persistent'
    check (saml_name_id_format in ('persistent', 'emailAddress', 'unspecified', 'transient'));
create unique index applications_saml_entity_id on applications (saml_entity_id);

-- An application says which of its people have signed out, by the name that it knows them by.
create index session_parties_name on session_parties (client_id, (details ->> 'nameId')) where protocol = 'saml';
`.execute(db)
}
