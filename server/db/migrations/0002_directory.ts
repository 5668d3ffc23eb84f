import { type Kysely, sql } from 'kysely'

/**
 * The directory: canonical forms of what people are found by, organizations, role groups, what applications may manage, and
 * as much room in the columns as the contract gives.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [limits, canonicalForms, users, rowCounts, organizations, roleGroups, applications]) {
    await part.execute(db)
  }
}

/** The contract's limits; a test holds both together. A check is widened, never narrowed. */
const limits = sql`
alter table users
  drop constraint users_user_name_check,
  drop constraint users_email_check,
  add constraint users_user_name_check check (char_length(user_name) between 1 and 200),
  add constraint users_email_check check (char_length(email) between 3 and 320);
alter table external_logins
  drop constraint external_logins_display_name_check,
  add constraint external_logins_display_name_check check (char_length(display_name) <= 200);
`

/**
 * The same text as server/domain/text/names.ts makes, which says why; a test holds both together. The collation is named,
 * because the database's own may know no letter beyond ASCII. The first class are Unicode's default ignorable characters,
 * the second its blanks.
 */
const canonicalForms = sql`
create function canonical_name(text) returns text language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(regexp_replace(
    replace(normalize(lower(normalize($1, NFKC) collate "und-x-icu"), NFKC), 'ς', 'σ') collate "C",
    '[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff]',
    '', 'g'),
    '[\\u0009-\\u000d \\u1680\\u2028\\u2029]+', ' ', 'g'))
$$;
`

/**
 * Keys are filled by a trigger, so that whoever writes today's columns by hand writes a row that is found. Two rows of before
 * may have one canonical form ("admin", and the same in full width): the one that is spelled canonically keeps it, else the
 * oldest, and the other's key is what kept them apart so far. That is no canonical form, so it collides with nothing.
 */
const users = sql`
alter table users
  add column middle_name text check (char_length(middle_name) <= 128),
  add column employee_id text check (char_length(employee_id) <= 64),
  add column grade integer,
  add column attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
  -- The default only stands for "need not be named": the trigger overwrites it.
  add column user_name_key text not null default '',
  add column email_key text,
  add column phone_key text;

-- A name of nothing but invisible characters has an empty canonical form: its key is the name itself.
create function name_key(name text) returns text language sql immutable strict parallel safe as $$
  select coalesce(nullif(canonical_name(name), ''), name)
$$;

-- Written in one pass, with the indexes made anew behind it: an update would add an entry to each of them for each user.
alter table users
  alter column user_name_key type text using name_key(user_name),
  alter column email_key type text using name_key(email),
  alter column phone_key type text using itc || phone;

alter table users disable trigger users_touch;
update users set user_name_key = lower(user_name)
from (
  select id, row_number() over (
    partition by user_name_key
    order by lower(user_name) = user_name_key desc, created_at, id
  ) as number from users
) keyed where keyed.id = users.id and number > 1;
update users set email_key = lower(email)
from (
  select id, row_number() over (
    partition by email_key
    order by lower(email) = email_key desc, created_at, id
  ) as number from users where email is not null
) keyed where keyed.id = users.id and number > 1;
-- Where a dialling code ends, the number alone does not tell: +1 and 234 are +12 and 34.
update users set phone_key = itc || ' ' || phone
from (
  select id, row_number() over (partition by phone_key order by created_at, id) as number
  from users where phone is not null
) keyed where keyed.id = users.id and number > 1;
alter table users enable trigger users_touch;

create unique index users_user_name_key on users (user_name_key);
create unique index users_email_key on users (email_key);
create unique index users_phone_key on users (phone_key);
create index users_updated_at on users (updated_at);

create function set_user_keys() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.user_name is distinct from old.user_name then
    new.user_name_key := name_key(new.user_name);
  end if;
  if tg_op = 'INSERT' or new.email is distinct from old.email then
    new.email_key := name_key(new.email);
  end if;
  if tg_op = 'INSERT' or new.itc is distinct from old.itc or new.phone is distinct from old.phone then
    new.phone_key := new.itc || new.phone;
  end if;
  return new;
end $$;
create trigger users_keys before insert or update of user_name, email, itc, phone on users
  for each row execute function set_user_keys();

-- How often a person's data was changed, field by field.
create table user_modifications (
  user_id uuid not null references users on delete cascade,
  field text not null check (char_length(field) between 1 and 64),
  count integer not null default 1 check (count > 0),
  changed_at timestamptz not null default now(),
  primary key (user_id, field)
);
`

/**
 * How many users there are, without counting: every statement that adds or removes some leaves their number, and a job adds the
 * numbers up. One number for all would make everybody who registers wait for everybody else.
 */
const rowCounts = sql`
create table row_counts (
  id bigint generated always as identity primary key,
  name text not null,
  delta bigint not null
);
create index row_counts_name on row_counts (name, delta);
insert into row_counts (name, delta) select 'users', count(*) from users;

create function count_rows() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    delete from row_counts where name = tg_table_name;
  elsif tg_op = 'INSERT' then
    insert into row_counts (name, delta) select tg_table_name, count(*) from changed having count(*) > 0;
  else
    insert into row_counts (name, delta) select tg_table_name, -count(*) from changed having count(*) > 0;
  end if;
  return null;
end $$;
create trigger users_count_insert after insert on users referencing new table as changed
  for each statement execute function count_rows();
create trigger users_count_delete after delete on users referencing old table as changed
  for each statement execute function count_rows();
create trigger users_count_truncate after truncate on users for each statement execute function count_rows();
`

/**
 * One tree of parents alone. A subtree is read with one recursive statement over the index of parents (10⁴ rows: some 30 ms),
 * and moving one, whatever its size, is an update of one row. Paths or a closure table would be read faster, and would have
 * to be rewritten for every descendant of what moves, under a lock that keeps them true. Readers take each row once, so that
 * a circle that somebody planted ends the reading.
 */
const organizations = sql`
create table organizations (
  id uuid primary key,
  parent_id uuid references organizations,
  type text not null default 'department' check (type in ('group', 'company', 'unit', 'department')),
  code text not null check (char_length(code) between 1 and 64),
  name text not null check (char_length(name) between 1 and 200),
  position integer not null default 0,
  enabled boolean not null default true,
  extension jsonb not null default '{}' check (jsonb_typeof(extension) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint organizations_not_own_parent check (parent_id <> id)
);
create unique index organizations_code on organizations (canonical_name(code));
create unique index organizations_name on organizations (parent_id, canonical_name(name)) nulls not distinct;
create index organizations_created_at on organizations (created_at, id);
create trigger organizations_touch before update on organizations for each row execute function touch_updated_at();

create table memberships (
  user_id uuid not null references users on delete cascade,
  organization_id uuid not null references organizations,
  is_primary boolean not null default false,
  relation_type text not null default 'attached' check (relation_type in ('belonging', 'attached')),
  created_at timestamptz not null default now(),
  primary key (user_id, organization_id)
);
create unique index memberships_primary on memberships (user_id) where is_primary;
create index memberships_organization on memberships (organization_id, user_id);
`

/**
 * The groups whose names the operations ask for are rows of every installation: a role that could not be given to anybody until
 * somebody had created it under exactly the right name would lock everybody out of creating it.
 */
const roleGroups = sql`
create table role_groups (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 100),
  display_name text not null default '' check (char_length(display_name) <= 100),
  description text not null default '' check (char_length(description) <= 1000),
  manager_id uuid references users on delete set null,
  is_zwsoft boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index role_groups_name on role_groups (canonical_name(name));
create index role_groups_by_name on role_groups (name, id);
create index role_groups_manager on role_groups (manager_id) where manager_id is not null;
create trigger role_groups_touch before update on role_groups for each row execute function touch_updated_at();

create table role_group_members (
  group_id uuid not null references role_groups on delete cascade,
  user_id uuid not null references users on delete cascade,
  created_at timestamptz not null default now(),
  primary key (group_id, user_id)
);
create index role_group_members_user on role_group_members (user_id);
create index role_group_members_order on role_group_members (group_id, created_at, user_id);

create table role_group_readers (
  group_id uuid not null references role_groups on delete cascade,
  user_id uuid not null references users on delete cascade,
  created_at timestamptz not null default now(),
  primary key (group_id, user_id)
);
create index role_group_readers_user on role_group_readers (user_id);
create index role_group_readers_order on role_group_readers (group_id, created_at, user_id);

insert into role_groups (id, name, display_name, is_zwsoft)
select gen_random_uuid(), name, name, true
from unnest(array['Account.CorpManager', 'Account.RoleManager', 'Account.SuperManager', 'Account.UserManager',
  'ZMS.UserManager']) as name;
`

const applications = sql`
alter table applications
  add column permission_codes text[] not null default '{}',
  add column management_token_seconds integer not null default 1800
    check (management_token_seconds between 60 and 86400),
  add column signing_public_jwk jsonb check (jsonb_typeof(signing_public_jwk) = 'object'),
  add column signing_private_key bytea,
  add constraint applications_signing_pair check ((signing_public_jwk is null) = (signing_private_key is null));

create table access_credentials (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  client_id text not null references applications on update cascade on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index access_credentials_client on access_credentials (client_id);
create index access_credentials_expiry on access_credentials (expires_at);
`
