import { type Kysely, sql } from 'kysely'

/** Core tables: users and how they sign in, applications, engine state, keys, records. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [users, credentials, applications, engineState, keys, records, triggers]) await part.execute(db)
}

const users = sql`
create table users (
  id uuid primary key,
  user_name text not null check (char_length(user_name) between 1 and 128),
  itc text check (itc ~ '^[+][0-9]{1,6}$'),
  phone text check (phone ~ '^[0-9]{3,20}$'),
  email text check (char_length(email) between 3 and 254),
  first_name text check (char_length(first_name) <= 128),
  last_name text check (char_length(last_name) <= 128),
  display_name text check (char_length(display_name) <= 128),
  profile_image text check (char_length(profile_image) <= 2048),
  preferred_language text not null default 'zh-CN' check (char_length(preferred_language) between 2 and 35),
  account_state text not null default 'Normal' check (account_state in ('Normal', 'Disabled', 'Locked')),
  date_of_birth date,
  address jsonb check (jsonb_typeof(address) = 'object'),
  job_info jsonb check (jsonb_typeof(job_info) = 'object'),
  is_phone_receive_info boolean,
  is_email_receive_info boolean,
  phone_verified boolean not null default false,
  email_verified boolean not null default false,
  extension jsonb not null default '{}' check (jsonb_typeof(extension) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_phone_with_itc check ((phone is null) = (itc is null))
);
create unique index users_user_name on users (lower(user_name));
create unique index users_email on users (lower(email));
create unique index users_phone on users (phone, itc);
create index users_created_at on users (created_at, id);
`

const credentials = sql`
create table password_credentials (
  user_id uuid primary key references users on delete cascade,
  hash text not null check (hash like '$argon2id$%'),
  changed_at timestamptz not null default now(),
  expires_at timestamptz,
  must_change boolean not null default false
);

create table password_history (
  id bigint generated always as identity primary key,
  user_id uuid not null references users on delete cascade,
  hash text not null check (hash like '$argon2id$%'),
  created_at timestamptz not null default now()
);
create index password_history_user on password_history (user_id, created_at desc);

create table external_logins (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  provider text not null check (char_length(provider) between 1 and 64),
  app_id text check (char_length(app_id) between 1 and 128),
  app_open_id text check (char_length(app_open_id) between 1 and 256),
  external_id text not null check (char_length(external_id) between 1 and 256),
  display_name text check (char_length(display_name) <= 128),
  created_at timestamptz not null default now(),
  constraint external_logins_app_open_id_with_app check (app_open_id is null or app_id is not null)
);
create unique index external_logins_external_id on external_logins (provider, external_id);
create unique index external_logins_app_open_id on external_logins (provider, app_id, app_open_id)
  where app_open_id is not null;
create index external_logins_user on external_logins (user_id);
`

const applications = sql`
create table applications (
  client_id text primary key check (char_length(client_id) between 1 and 128),
  id uuid not null unique,
  name text not null check (char_length(name) between 1 and 128),
  name_zh text check (char_length(name_zh) between 1 and 128),
  secret_hash bytea check (octet_length(secret_hash) = 32),
  token_endpoint_auth_method text not null
    check (token_endpoint_auth_method in ('none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt')),
  jwks jsonb check (jsonb_typeof(jwks) = 'object'),
  redirect_uris text[] not null default '{}',
  post_logout_redirect_uris text[] not null default '{}',
  listener_origins text[] not null default '{}',
  backchannel_logout_uri text check (char_length(backchannel_logout_uri) <= 2048),
  backchannel_logout_session_required boolean not null default false,
  grant_types text[] not null default '{}' check (grant_types <@ array[
    'authorization_code', 'implicit', 'refresh_token', 'client_credentials', 'password',
    'urn:ietf:params:oauth:grant-type:device_code'
  ]),
  response_types text[] not null default '{}'
    check (response_types <@ array['code', 'id_token', 'code id_token', 'none']),
  scopes text[] not null default '{}',
  first_party boolean not null default false,
  id_token_signing_algorithm text not null default 'RS256' check (id_token_signing_algorithm in ('RS256', 'ES256')),
  application_type text not null default 'web' check (application_type in ('web', 'native')),
  refresh_token_grace_seconds integer not null default 10 check (refresh_token_grace_seconds between 0 and 300),
  require_pkce boolean not null default true,
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint applications_secret_when_used
    check ((token_endpoint_auth_method in ('client_secret_basic', 'client_secret_post')) = (secret_hash is not null)),
  constraint applications_jwks_when_used check (token_endpoint_auth_method <> 'private_key_jwt' or jwks is not null),
  -- RFC 6749 section 4.4: a token of its own is for a client that can prove who it is.
  constraint applications_own_token_needs_authentication
    check (token_endpoint_auth_method <> 'none' or not grant_types @> array['client_credentials']),
  -- A client's own token names the client as its subject: it must not look like a person's (RFC 9068 section 5).
  constraint applications_client_id_is_no_guid
    check (client_id !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
  -- RFC 9700 section 2.1: nothing travels over plain http but to the person's own machine.
  constraint applications_https_unless_loopback
    check (array_to_string(redirect_uris || post_logout_redirect_uris, ' ')
      !~* '(^| )http://(?!(localhost|127([.][0-9]{1,3}){3}|\\[::1\\])(:[0-9]+)?([/?#]| |$))')
);
`

const engineState = sql`
create table sessions (
  id_hash bytea primary key check (octet_length(id_hash) = 32),
  uid text not null unique check (char_length(uid) between 1 and 64),
  user_id uuid references users on delete cascade,
  payload jsonb not null check (jsonb_typeof(payload) = 'object'),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_user on sessions (user_id) where user_id is not null;
create index sessions_expiry on sessions (expires_at);

create table engine_state (
  model text not null check (char_length(model) between 1 and 64),
  id_hash bytea not null check (octet_length(id_hash) = 32),
  payload jsonb not null check (jsonb_typeof(payload) = 'object'),
  grant_hash bytea check (octet_length(grant_hash) = 32),
  user_code text check (char_length(user_code) between 1 and 64),
  uid text check (char_length(uid) between 1 and 64),
  user_id uuid references users on delete cascade,
  client_id text check (char_length(client_id) between 1 and 128),
  expires_at timestamptz not null,
  consumed_at timestamptz,
  primary key (model, id_hash)
);
create unique index engine_state_user_code on engine_state (model, user_code) where user_code is not null;
create index engine_state_uid on engine_state (model, uid) where uid is not null;
create index engine_state_grant on engine_state (grant_hash) where grant_hash is not null;
create index engine_state_user on engine_state (user_id) where user_id is not null;
create index engine_state_client on engine_state (client_id) where client_id is not null;
create index engine_state_expiry on engine_state (expires_at);

create table revoked_access_tokens (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  expires_at timestamptz not null
);
create index revoked_access_tokens_expiry on revoked_access_tokens (expires_at);

create table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index rate_limits_expiry on rate_limits (expire) where expire is not null;
`

const keys = sql`
create table keys (
  id text primary key check (char_length(id) between 1 and 128),
  purpose text not null check (purpose in ('signing', 'login')),
  algorithm text not null check (algorithm in ('RS256', 'ES256', 'RSA')),
  public_jwk jsonb not null check (jsonb_typeof(public_jwk) = 'object'),
  private_key bytea not null,
  created_at timestamptz not null default now(),
  signs_at timestamptz not null,
  constraint keys_algorithm_of_purpose check ((purpose = 'login') = (algorithm = 'RSA'))
);
create index keys_purpose on keys (purpose, algorithm, signs_at desc);
`

const records = sql`
create table login_records (
  id uuid primary key,
  user_id uuid references users on delete cascade,
  client_id text check (char_length(client_id) between 1 and 128),
  address inet,
  user_agent text check (char_length(user_agent) <= 512),
  method text not null check (char_length(method) between 1 and 64),
  succeeded boolean not null,
  reason text check (char_length(reason) between 1 and 64),
  created_at timestamptz not null default now(),
  constraint login_records_reason_of_failure check (succeeded = (reason is null))
);
create index login_records_user on login_records (user_id, created_at desc);
create index login_records_known_address on login_records (user_id, address) where succeeded;
create index login_records_created_at on login_records (created_at);

-- No references: an event outlives the people and clients it names.
create table audit_events (
  id uuid primary key,
  actor_id uuid,
  actor_client_id text check (char_length(actor_client_id) between 1 and 128),
  action text not null check (char_length(action) between 1 and 64),
  subject_type text not null check (char_length(subject_type) between 1 and 64),
  subject_id text check (char_length(subject_id) between 1 and 128),
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  address inet,
  request_id text check (char_length(request_id) between 1 and 128),
  created_at timestamptz not null default now()
);
create index audit_events_subject on audit_events (subject_type, subject_id, created_at desc);
create index audit_events_actor on audit_events (actor_id, created_at desc) where actor_id is not null;
create index audit_events_created_at on audit_events (created_at);
`

const triggers = sql`
create function touch_updated_at() returns trigger language plpgsql as $$
begin
  new.updated_at := now();
  return new;
end $$;
create trigger users_touch before update on users for each row execute function touch_updated_at();
create trigger applications_touch before update on applications for each row execute function touch_updated_at();

create function notify_applications_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform pg_notify('applications_changed', old.client_id); end if;
  if tg_op <> 'DELETE' then perform pg_notify('applications_changed', new.client_id); end if;
  return null;
end $$;
create trigger applications_notify after insert or update or delete on applications
  for each row execute function notify_applications_changed();

create function notify_keys_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('keys_changed', '');
  return null;
end $$;
create trigger keys_notify after insert or update or delete on keys
  for each statement execute function notify_keys_changed();
`
