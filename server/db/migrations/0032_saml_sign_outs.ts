import { type Kysely, sql } from 'kysely'

/** Sign-outs that lead a browser through the applications that only it can tell. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table applications
  -- How a browser takes messages to saml_logout_url.
  add column saml_logout_binding text not null default 'redirect' check (saml_logout_binding in ('redirect', 'post'));

create table saml_sign_outs (
  reference_hash bytea primary key check (octet_length(reference_hash) = 32),
  -- The browser that signs out: nobody else goes on with it.
  browser_hash bytea not null check (octet_length(browser_hash) = 32),
  -- Whom it leads to, and where it ends.
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- Whose answer is waited for, from 0.
  position integer not null default 0,
  -- How many have said that they are done.
  done integer not null default 0,
  expires_at timestamptz not null
);
create index saml_sign_outs_expiry on saml_sign_outs (expires_at);
`.execute(db)
}
