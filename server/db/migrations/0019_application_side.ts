import { type Kysely, sql } from 'kysely'

/**
 * What an application has of its own: organizations, accounts of users, roles and who has them. Every key begins with the
 * application, so that nothing of one is ever joined with anything of another. Ids are never given out again: a user who is
 * deleted and made anew, or a code that is used again, starts empty.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [models, rowCounts, organizations, accounts, roles, counted]) await part.execute(db)
}

/** The object models: whether the application has organizations, and which attributes of their own its accounts have. */
const models = sql`
alter table applications
  add column organization_model boolean not null default true,
  add column account_attributes text[] not null default '{}' check (cardinality(account_attributes) <= 100);
`

/** How many rows belong to one thing, without counting them: as in migration 0002, under the table's name and the thing's id. */
const rowCounts = sql`
create function count_rows_by() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    delete from row_counts where starts_with(name, tg_table_name || ' ');
  else
    execute format(
      'insert into row_counts (name, delta) select %L || %I, %s count(*) from changed group by %I',
      tg_table_name || ' ', tg_argv[0], case tg_op when 'INSERT' then '' else '-' end, tg_argv[0]);
  end if;
  return null;
end $$;
`

const organizations = sql`
create table application_organizations (
  application_id uuid not null,
  id uuid not null,
  parent_id uuid,
  code text not null check (char_length(code) between 1 and 64),
  name text not null check (char_length(name) between 1 and 100),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (application_id, id),
  constraint application_organizations_application foreign key (application_id) references applications (id)
    on delete cascade,
  constraint application_organizations_parent foreign key (application_id, parent_id)
    references application_organizations,
  constraint application_organizations_not_own_parent check (parent_id <> id)
);
create unique index application_organizations_code on application_organizations (application_id, canonical_name(code));
create index application_organizations_children on application_organizations (application_id, parent_id);
create trigger application_organizations_touch before update on application_organizations
  for each row execute function touch_updated_at();
`

/**
 * A name is as long as that of a user can be, which it is when nobody says otherwise. Its key is what `name_key` of migration 0002
 * gives, written out: an index finds no function that calls one of ours.
 */
const accounts = sql`
create table application_accounts (
  application_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  organization_id uuid,
  account_name text not null check (char_length(account_name) between 1 and 200),
  name text not null check (char_length(name) between 1 and 200),
  password_hash text check (password_hash like '$argon2id$%'),
  disabled boolean not null default false,
  extension jsonb not null default '{}' check (jsonb_typeof(extension) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (application_id, id),
  constraint application_accounts_application foreign key (application_id) references applications (id)
    on delete cascade,
  constraint application_accounts_user foreign key (user_id) references users on delete cascade,
  constraint application_accounts_organization foreign key (application_id, organization_id)
    references application_organizations
);
create unique index application_accounts_name on application_accounts (
  application_id, coalesce(nullif(canonical_name(account_name), ''), account_name)
);
create index application_accounts_of_user on application_accounts (user_id, id);
create index application_accounts_in_organization on application_accounts (application_id, organization_id)
  where organization_id is not null;
create trigger application_accounts_touch before update on application_accounts
  for each row execute function touch_updated_at();
`

const roles = sql`
create table application_roles (
  application_id uuid not null,
  id uuid not null,
  code text not null check (char_length(code) between 1 and 50),
  name text not null check (char_length(name) between 1 and 100),
  created_at timestamptz not null default now(),
  -- Absent before the first change (AR4).
  updated_at timestamptz,
  primary key (application_id, id),
  constraint application_roles_application foreign key (application_id) references applications (id) on delete cascade
);
create unique index application_roles_code on application_roles (
  application_id, coalesce(nullif(canonical_name(code), ''), code)
);

create table application_role_members (
  application_id uuid not null,
  role_id uuid not null,
  account_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (application_id, role_id, account_id),
  constraint application_role_members_role foreign key (application_id, role_id) references application_roles
    on delete cascade,
  constraint application_role_members_account foreign key (application_id, account_id) references application_accounts
    on delete cascade
);
create index application_role_members_of_account on application_role_members (application_id, account_id);

-- Who deletes a role takes its members, and who deletes accounts takes their memberships: the role is the lock of both, or each
-- could hold a row that the other waits for.
create function hold_roles_of_account() returns trigger language plpgsql as $$
begin
  perform from application_roles where (application_id, id) in (
    select application_id, role_id from application_role_members
    where application_id = old.application_id and account_id = old.id
  ) order by id for key share;
  return old;
end $$;
create trigger application_accounts_hold_roles before delete on application_accounts
  for each row execute function hold_roles_of_account();
`

const counted = sql.join(
  [
    ['application_organizations', 'application_id'],
    ['application_accounts', 'application_id'],
    ['application_roles', 'application_id'],
    ['application_role_members', 'role_id'],
  ].map(
    ([table = '', by = '']) => sql`
create trigger ${sql.id(`${table}_count_insert`)} after insert on ${sql.id(table)} referencing new table as changed
  for each statement execute function count_rows_by(${sql.lit(by)});
create trigger ${sql.id(`${table}_count_delete`)} after delete on ${sql.id(table)} referencing old table as changed
  for each statement execute function count_rows_by(${sql.lit(by)});
create trigger ${sql.id(`${table}_count_truncate`)} after truncate on ${sql.id(table)}
  for each statement execute function count_rows_by();`,
  ),
  sql``,
)
