import { type Kysely, sql } from 'kysely'

/** Sites that a browser's session reaches by CAS or SAML, the tickets that take it there, and who is told when it has ended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [applications, tickets, parties, endings]) await part.execute(db)
}

const applications = sql`
alter table applications
  add column cas_services text[] not null default '{}' check (cardinality(cas_services) <= 64),
  -- What a site is told of a person beyond the name: the site's name for it, and what it is here.
  add column attribute_mapping jsonb not null default '{}' check (jsonb_typeof(attribute_mapping) = 'object');
create index applications_cas_services on applications using gin (cas_services);
`

/** They end with their session, but by a look at it: a foreign key would lock both in the order in which nobody else does. */
const tickets = sql`
create table cas_tickets (
  ticket_hash bytea primary key check (octet_length(ticket_hash) = 32),
  session_uid text not null check (char_length(session_uid) between 1 and 64),
  client_id text not null references applications on delete cascade,
  service text not null check (char_length(service) <= 2048),
  -- Whether the person signed in for this very ticket.
  fresh boolean not null,
  expires_at timestamptz not null
);
create index cas_tickets_expiry on cas_tickets (expires_at);
create index cas_tickets_client on cas_tickets (client_id);
`

/** A session has few: those of one application beyond a bound are forgotten, the oldest first. */
const parties = sql`
create table session_parties (
  id uuid primary key default gen_random_uuid(),
  session_uid text not null check (char_length(session_uid) between 1 and 64),
  protocol text not null check (protocol in ('oidc', 'cas', 'saml')),
  client_id text not null check (char_length(client_id) between 1 and 128),
  -- What the application knows the session by.
  handle text not null check (char_length(handle) between 1 and 256),
  details jsonb not null check (jsonb_typeof(details) = 'object'),
  created_at timestamptz not null default now(),
  -- When it is to be told that the session has ended; absent as long as it has not.
  due_at timestamptz,
  attempts integer not null default 0,
  constraint session_parties_handle unique (session_uid, protocol, client_id, handle)
);
create index session_parties_due on session_parties (due_at) where due_at is not null;
`

/**
 * However a session ends, whoever it reached is told. Who ends it and tells them at once has noted so in the same statement; all
 * others are noted here.
 */
const endings = sql`
create function note_session_parties() returns trigger language plpgsql as $$
begin
  update session_parties set due_at = now() from ended where session_uid = ended.uid and due_at is null;
  if found then perform pg_notify('sessions_ended', ''); end if;
  insert into session_parties (session_uid, protocol, client_id, handle, details, due_at)
  select ended.uid, 'oidc', applications.client_id, noted ->> 'sid', jsonb_build_object('sub', ended.user_id), now()
  from ended, jsonb_each(coalesce(ended.payload -> 'authorizations', '{}')) as reached (client_id, noted), applications
  where ended.user_id is not null and noted ->> 'sid' is not null
    and applications.client_id = reached.client_id and enabled and backchannel_logout_uri is not null
  on conflict do nothing;
  if found then perform pg_notify('sessions_ended', ''); end if;
  return null;
end $$;
create trigger sessions_end_parties after delete on sessions referencing old table as ended
  for each statement execute function note_session_parties();
`
