import { type Kysely, sql } from 'kysely'

/**
 * Events of users and organizations for the applications that listen. Triggers write them, one row an application, with the
 * transaction of the change: no way of changing a row can forget it, and while nobody listens a change asks one empty table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [callbacks, deliveries, objects, recording, users, memberships, organizations]) {
    await part.execute(db)
  }
}

const callbacks = sql`
create table event_callbacks (
  client_id text primary key references applications on delete cascade,
  address text not null check (char_length(address) between 1 and 2048),
  -- Under the installation's key.
  token bytea not null,
  encryption_key bytea,
  signature_key bytea,
  paused_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create trigger event_callbacks_touch before update on event_callbacks for each row execute function touch_updated_at();
`

/**
 * Numbers give the order of one object's events alone, which the locks on its row make that of its transactions. What commits late
 * is found late: nothing remembers how far it has read.
 */
const deliveries = sql`
create table event_deliveries (
  id bigint generated always as identity primary key,
  client_id text not null references event_callbacks on delete cascade,
  subject_type text not null check (subject_type in ('user', 'organization')),
  subject_id uuid not null,
  kind text not null check (kind in ('CREATE', 'UPDATE', 'DELETE')),
  -- The object as the change left it, and which of its fields were changed; gone once the event is delivered or dropped.
  content jsonb check (jsonb_typeof(content) = 'object'),
  changed text[] not null default '{}',
  -- The transaction of the change: what one transaction does to one object is one event.
  made_in bigint not null default (pg_current_xact_id()::text::bigint),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'delivered', 'dead', 'dropped')),
  attempts integer not null default 0,
  -- When it is to be looked at; of one that is being sent, when its node is taken for dead.
  due_at timestamptz not null default now(),
  -- What came of the last attempt.
  code text check (char_length(code) <= 16),
  message text check (char_length(message) <= 500),
  created_at timestamptz not null default now(),
  attempted_at timestamptz,
  finished_at timestamptz
);
create unique index event_deliveries_transaction on event_deliveries (client_id, subject_id, made_in)
  where state = 'waiting' and attempts = 0;
create index event_deliveries_unfinished on event_deliveries (client_id, subject_id, id)
  where state in ('waiting', 'sending', 'dead');
create index event_deliveries_due on event_deliveries (client_id, due_at, id) where state in ('waiting', 'sending');
create index event_deliveries_dead on event_deliveries (subject_id) where state = 'dead';
create index event_deliveries_client on event_deliveries (client_id, created_at, id);
create index event_deliveries_finished on event_deliveries (finished_at) where finished_at is not null;
`

/** What applications call the objects: the ids that they answered. */
const objects = sql`
create table event_objects (
  client_id text not null references event_callbacks on delete cascade,
  subject_id uuid not null,
  object_id text not null check (char_length(object_id) between 1 and 50),
  primary key (client_id, subject_id)
);
`

/**
 * Organizations are told where the application has a model of them (section 9.4).
 *
 * The locks let a callback that is being removed go first, instead of failing the change with its absence. `conflict` is an event
 * of the same transaction: nobody else sees it yet.
 */
const recording = sql`
create function user_event_content(given users) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'username', given.user_name,
    'name', coalesce(given.display_name, given.user_name),
    'firstName', given.first_name,
    'middleName', given.middle_name,
    'lastName', given.last_name,
    'itc', given.itc,
    'phone', given.phone,
    'email', given.email,
    'disabled', given.account_state = 'Disabled',
    'organizationId', (select organization_id from memberships where user_id = given.id and is_primary)
  )
$$;

create function record_user_events(event text, ids uuid[], fields text[]) returns void language plpgsql as $$
begin
  insert into event_deliveries (client_id, subject_type, subject_id, kind, content, changed)
  select event_callbacks.client_id, 'user', users.id, event, user_event_content(users), fields
  from users cross join event_callbacks where users.id = any(ids)
  for key share of event_callbacks
  on conflict (client_id, subject_id, made_in) where state = 'waiting' and attempts = 0 do update set
    kind = case event_deliveries.kind when 'CREATE' then 'CREATE' else excluded.kind end,
    content = excluded.content,
    changed = event_deliveries.changed || excluded.changed;
  perform pg_notify('events_waiting', '');
end $$;

create function record_organization_events(event text, ids uuid[], fields text[]) returns void language plpgsql as $$
begin
  insert into event_deliveries (client_id, subject_type, subject_id, kind, content, changed)
  select event_callbacks.client_id, 'organization', given.id, event,
    jsonb_build_object('code', given.code, 'name', given.name, 'parentId', given.parent_id), fields
  from organizations given cross join event_callbacks join applications using (client_id)
  where given.id = any(ids) and applications.organization_model
  for key share of event_callbacks
  on conflict (client_id, subject_id, made_in) where state = 'waiting' and attempts = 0 do update set
    kind = case event_deliveries.kind when 'CREATE' then 'CREATE' else excluded.kind end,
    content = excluded.content,
    changed = event_deliveries.changed || excluded.changed;
  perform pg_notify('events_waiting', '');
end $$;

create function record_deletion_events(subject text, ids uuid[]) returns void language plpgsql as $$
begin
  -- Dead letters keep their place, and nothing personal of who is gone.
  update event_deliveries set content = null where subject_id = any(ids) and state = 'dead';
  insert into event_deliveries (client_id, subject_type, subject_id, kind)
  select client_id, subject, deleted, 'DELETE'
  from unnest(ids) deleted cross join event_callbacks join applications using (client_id)
  where subject = 'user' or applications.organization_model
  for key share of event_callbacks
  on conflict (client_id, subject_id, made_in) where state = 'waiting' and attempts = 0 do update set
    kind = 'DELETE', content = null, changed = '{}';
  perform pg_notify('events_waiting', '');
end $$;
`

/** Sign-ins change rows of users too: the condition on updates, which costs no call, keeps them out. */
const users = sql`
create function record_users_created() returns trigger language plpgsql as $$
begin
  if exists (select from event_callbacks) then
    perform record_user_events('CREATE', (select array_agg(id) from created), '{}');
  end if;
  return null;
end $$;
create trigger users_created after insert on users
  referencing new table as created for each statement execute function record_users_created();

create function record_user_changed() returns trigger language plpgsql as $$
declare
  fields text[];
begin
  if exists (select from event_callbacks) then
    fields := array_remove(array[
      case when old.user_name is distinct from new.user_name then 'username' end,
      case when coalesce(old.display_name, old.user_name) is distinct from coalesce(new.display_name, new.user_name)
        then 'name' end,
      case when old.first_name is distinct from new.first_name then 'firstName' end,
      case when old.middle_name is distinct from new.middle_name then 'middleName' end,
      case when old.last_name is distinct from new.last_name then 'lastName' end,
      case when (old.itc, old.phone) is distinct from (new.itc, new.phone) then 'mobile' end,
      case when old.email is distinct from new.email then 'email' end,
      case when (old.account_state = 'Disabled') is distinct from (new.account_state = 'Disabled') then 'disabled' end
    ], null);
    if fields <> '{}' then perform record_user_events('UPDATE', array[new.id], fields); end if;
  end if;
  return null;
end $$;
create trigger users_changed after update on users for each row when (
  (old.user_name, old.display_name, old.first_name, old.middle_name, old.last_name, old.itc, old.phone, old.email,
    old.account_state = 'Disabled')
  is distinct from
  (new.user_name, new.display_name, new.first_name, new.middle_name, new.last_name, new.itc, new.phone, new.email,
    new.account_state = 'Disabled')
) execute function record_user_changed();

create function record_users_deleted() returns trigger language plpgsql as $$
begin
  if exists (select from event_callbacks) then
    perform record_deletion_events('user', (select array_agg(id) from deleted));
  end if;
  return null;
end $$;
create trigger users_deleted after delete on users
  referencing old table as deleted for each statement execute function record_users_deleted();
`

/** The primary organization is shown with the user. */
const memberships = sql`
create function record_memberships_written() returns trigger language plpgsql as $$
begin
  if exists (select from event_callbacks) and exists (select from written where is_primary) then
    perform record_user_events('UPDATE', (select array_agg(distinct user_id) from written where is_primary),
      array['organizationId']);
  end if;
  return null;
end $$;
create trigger memberships_created after insert on memberships
  referencing new table as written for each statement execute function record_memberships_written();
create trigger memberships_deleted after delete on memberships
  referencing old table as written for each statement execute function record_memberships_written();

create function record_membership_changed() returns trigger language plpgsql as $$
begin
  if exists (select from event_callbacks) then
    perform record_user_events('UPDATE', array[new.user_id], array['organizationId']);
  end if;
  return null;
end $$;
create trigger memberships_changed after update on memberships for each row when (
  old.is_primary is distinct from new.is_primary
  or new.is_primary and old.organization_id is distinct from new.organization_id
) execute function record_membership_changed();
`

const organizations = sql`
create function record_organizations_created() returns trigger language plpgsql as $$
begin
  if exists (select from event_callbacks) then
    perform record_organization_events('CREATE', (select array_agg(id) from created), '{}');
  end if;
  return null;
end $$;
create trigger organizations_created after insert on organizations
  referencing new table as created for each statement execute function record_organizations_created();

create function record_organization_changed() returns trigger language plpgsql as $$
begin
  if exists (select from event_callbacks) then
    perform record_organization_events('UPDATE', array[new.id], array_remove(array[
      case when old.code is distinct from new.code then 'code' end,
      case when old.name is distinct from new.name then 'name' end,
      case when old.parent_id is distinct from new.parent_id then 'parentId' end
    ], null));
  end if;
  return null;
end $$;
create trigger organizations_changed after update on organizations for each row when (
  (old.code, old.name, old.parent_id) is distinct from (new.code, new.name, new.parent_id)
) execute function record_organization_changed();

create function record_organizations_deleted() returns trigger language plpgsql as $$
begin
  if exists (select from event_callbacks) then
    perform record_deletion_events('organization', (select array_agg(id) from deleted));
  end if;
  return null;
end $$;
create trigger organizations_deleted after delete on organizations
  referencing old table as deleted for each statement execute function record_organizations_deleted();
`
