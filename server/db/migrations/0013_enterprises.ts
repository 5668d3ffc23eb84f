import { type Kysely, sql } from 'kysely'

/**
 * Enterprises and what they are linked to: the link with its secrets, what the provider says of departments and members, the
 * events it sent, and the access tokens its interfaces are called with.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [enterprises, directory, memberships, events, tokens]) await part.execute(db)
}

/** An enterprise is a company in the tree; what only the Account API says of it stands here. */
const enterprises = sql`
create table corps (
  id uuid primary key references organizations on delete cascade,
  display_name text check (char_length(display_name) <= 200),
  description text not null default '' check (char_length(description) <= 1000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create trigger corps_touch before update on corps for each row execute function touch_updated_at();

create table corp_links (
  corp_id uuid not null references corps on delete cascade,
  provider text not null check (provider in ('WeCom')),
  external_id text not null check (char_length(external_id) between 1 and 128),
  app_id text check (char_length(app_id) between 1 and 128),
  -- Whom call-backs are for: the enterprise itself, or the suite of a service provider that acts for it.
  receive_id text not null check (char_length(receive_id) between 1 and 128),
  -- Under the installation's key.
  app_secret bytea,
  callback_token bytea,
  callback_key bytea,
  refresh_started_at timestamptz,
  refreshed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (corp_id, provider)
);
create unique index corp_links_external_id on corp_links (provider, external_id);
create index corp_links_receive_id on corp_links (provider, receive_id);
`

/** What the provider says, under its own ids. Members are kept whether or not they are users: who is bound later finds a place. */
const directory = sql`
create table corp_departments (
  corp_id uuid not null references corps on delete cascade,
  external_id bigint not null,
  parent_external_id bigint not null,
  organization_id uuid not null unique references organizations,
  primary key (corp_id, external_id)
);
create table corp_members (
  corp_id uuid not null references corps on delete cascade,
  -- In lower case: the ids of members are compared so.
  member_key text not null check (char_length(member_key) between 1 and 64),
  member_id text not null check (char_length(member_id) between 1 and 64),
  departments bigint[] not null default '{}',
  main_department bigint,
  primary key (corp_id, member_key)
);
`

/** The enterprise that keeps a membership; absent where somebody has made it here. */
const memberships = sql`
alter table memberships add column corp_id uuid references corps on delete set null;
create index memberships_corp on memberships (corp_id, user_id) where corp_id is not null;
`

const events = sql`
create table corp_events (
  id bigint generated always as identity primary key,
  corp_id uuid not null references corps on delete cascade,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  -- Holds personal data: under the installation's key.
  content bytea not null,
  received_at timestamptz not null default now(),
  applied_at timestamptz
);
create unique index corp_events_content on corp_events (corp_id, content_hash);
create index corp_events_order on corp_events (corp_id, id);
create index corp_events_waiting on corp_events (corp_id, id) where applied_at is null;
create index corp_events_received_at on corp_events (received_at);
`

/** One token for all processes: a provider takes back the former one when it gives another. */
const tokens = sql`
create table provider_tokens (
  id text primary key check (char_length(id) between 1 and 300),
  token bytea,
  expires_at timestamptz
);
`
