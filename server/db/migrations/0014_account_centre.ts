import { type Kysely, sql } from 'kysely'

/** What people see of their sessions and prove in them, accounts that are being closed, and what was accepted of the operator's texts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [sessions, users, acceptances]) await part.execute(db)
}

const sessions = sql`
alter table sessions
  -- The browser as it was at the sign-in.
  add column address inet,
  add column user_agent text check (char_length(user_agent) <= 512),
  -- When the person last gave the password in this session.
  add column proved_at timestamptz;
`

const users = sql`
-- When personal data is erased, unless the person signs in before.
alter table users add column closes_at timestamptz;
create index users_closes_at on users (closes_at) where closes_at is not null;
`

const acceptances = sql`
create table acceptances (
  user_id uuid not null references users on delete cascade,
  document text not null check (document in ('terms', 'privacy')),
  address text not null check (char_length(address) between 1 and 2048),
  version text not null default '' check (char_length(version) <= 64),
  accepted_at timestamptz not null default now(),
  primary key (user_id, document, address, version)
);
`
