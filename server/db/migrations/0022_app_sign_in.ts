import { type Kysely, sql } from 'kysely'

/**
 * People who are signed in by an app that shows its own pages: their sessions, the steps in between, tickets for other applications,
 * and how each application wants it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [applications, sessions, states, tickets, spent]) await part.execute(db)
}

const applications = sql`
alter table applications
  add column session_token_seconds integer not null default 43200 check (session_token_seconds between 300 and 2592000),
  -- How old a password may be, and how long before that its person is warned; 0 is no limit, and no warning.
  add column password_max_days integer not null default 0 check (password_max_days between 0 and 3650),
  add column password_warn_days integer not null default 0 check (password_warn_days between 0 and 365),
  add column second_factor text not null default 'none' check (second_factor in ('none', 'sms')),
  add column unknown_social_accounts text not null default 'bind_or_register'
    check (unknown_social_accounts in ('bind', 'bind_or_register')),
  -- Whether only those enter who have an account of the application.
  add column application_account_required boolean not null default false;
`

/** A session of an app has both; that of a browser neither. */
const sessions = sql`
alter table sessions
  add column client_id text check (char_length(client_id) between 1 and 128),
  add column device_hash bytea check (octet_length(device_hash) = 32),
  add constraint sessions_of_apps check ((client_id is null) = (device_hash is null));
`

const states = sql`
create table sign_in_states (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  client_id text not null check (char_length(client_id) between 1 and 128),
  device_hash bytea not null check (octet_length(device_hash) = 32),
  step text not null check (step in ('PASSWORD_WARN', 'PASSWORD_EXPIRED', 'SOCIAL_BIND', 'USER_REGISTER', 'MFA_AUTH')),
  -- How the person has come in so far.
  method text not null check (char_length(method) between 1 and 64),
  -- Who it is; absent for a social account that nobody has yet, which stands beside, under the installation's key.
  user_id uuid references users on delete cascade,
  identity bytea,
  expires_at timestamptz not null,
  check ((user_id is null) <> (identity is null))
);
create index sign_in_states_user on sign_in_states (user_id) where user_id is not null;
create index sign_in_states_expiry on sign_in_states (expires_at);
`

/** They end with their session, but by a look at it: a foreign key would lock both in the order in which nobody else does. */
const tickets = sql`
create table sso_tickets (
  ticket_hash bytea primary key check (octet_length(ticket_hash) = 32),
  session_uid text not null check (char_length(session_uid) between 1 and 64),
  -- The application that may use it.
  client_id text not null check (char_length(client_id) between 1 and 128),
  device_hash bytea not null check (octet_length(device_hash) = 32),
  expires_at timestamptz not null
);
create index sso_tickets_expiry on sso_tickets (expires_at);
`

const spent = sql`
-- Signatures of calls, and codes of providers, that do not count again.
create table spent_proofs (
  proof_hash bytea primary key check (octet_length(proof_hash) = 32),
  expires_at timestamptz not null
);
create index spent_proofs_expiry on spent_proofs (expires_at);
`
