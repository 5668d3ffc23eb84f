import { type LoadSizes, type LoadStep, numbers } from './step.ts'

/** Users, what they sign in with, and where they belong. Two in a hundred are an OEM client's. A twentieth belongs to the root as well: one big organization. */
export function directory({ users }: LoadSizes, passwordHash: string): LoadStep[] {
  const organizations = numbers.organizations(users)
  return [
    {
      name: 'organizations',
      rows: organizations,
      sql: `
insert into organizations (id, parent_id, type, code, name, created_at, updated_at)
select pg_temp.load_organization(n), case when n > 1 then pg_temp.load_organization((n - 2) / 8 + 1) end,
  case when n = 1 then 'group' when n < 10 then 'company' else 'department' end, 'load-' || n, '部门 ' || n, made, made
from generate_series($1::bigint, $2) n, lateral (select pg_temp.load_time(n, ${organizations}, 1095) as made)`,
    },
    {
      name: 'users',
      rows: users,
      // No network has numbers that begin with 100, and nobody has an address below example.com.
      sql: `
insert into users (id, user_name, itc, phone, phone_verified, email, email_verified, first_name, last_name, display_name,
  account_state, oem_client_id, address, job_info, created_at, updated_at)
select pg_temp.load_user(n), name, case when n % 3 > 0 then '+86' end,
  case when n % 3 > 0 then '100' || lpad(n::text, 8, '0') end, n % 3 > 0,
  case when n % 10 > 0 then name || '@example.com' end, n % 10 > 0, pg_temp.load_given(n), pg_temp.load_family(n),
  pg_temp.load_family(n) || pg_temp.load_given(n), case when n % 100 = 0 then 'Disabled' else 'Normal' end,
  case when n % 50 = 0 then 'oemDemo' end,
  case when n % 4 = 0 then '{"country": "CN", "province": "广东省", "city": "广州市"}'::jsonb end,
  case when n % 4 = 0 then '{"company": "示例公司", "position": "工程师"}'::jsonb end, joined, joined
from generate_series($1::bigint, $2) n, lateral (select pg_temp.load_name(n) as name, pg_temp.load_joined(n) as joined)`,
    },
    {
      name: 'passwords',
      rows: users,
      sql: `
insert into password_credentials (user_id, hash, changed_at)
select pg_temp.load_user(n), '${passwordHash}', pg_temp.load_joined(n) from generate_series($1::bigint, $2) n`,
    },
    {
      name: 'memberships',
      rows: users,
      sql: `
insert into memberships (user_id, organization_id, is_primary, relation_type, created_at)
select pg_temp.load_user(n), pg_temp.load_organization(1 + n % ${organizations}), true, 'belonging', pg_temp.load_joined(n)
from generate_series($1::bigint, $2) n
union all
select pg_temp.load_user(n), pg_temp.load_organization(1), false, 'attached', pg_temp.load_joined(n)
from generate_series($1::bigint, $2) n where n % 20 = 3 and n % ${organizations} > 0`,
    },
    {
      name: 'external logins',
      rows: Math.floor(users / 4),
      sql: `
insert into external_logins (id, user_id, provider, app_id, app_open_id, external_id, display_name, created_at)
select pg_temp.load_id('external login', n, joined), pg_temp.load_user(n * 4), 'WeChat', 'wx0000000000000000',
  'open-' || pg_temp.load_token('open', n), 'union-' || pg_temp.load_token('union', n),
  pg_temp.load_family(n * 4) || pg_temp.load_given(n * 4), joined
from generate_series($1::bigint, $2) n, lateral (select pg_temp.load_joined(n * 4) as joined)`,
    },
    {
      name: 'changes of users',
      rows: Math.floor(users / 4),
      sql: `
insert into user_modifications (user_id, field, changed_at)
select pg_temp.load_user(n * 4), 'displayName', pg_temp.load_joined(n * 4) from generate_series($1::bigint, $2) n`,
    },
  ]
}

/** Groups of the back office, of which every twentieth user is in one. */
export function roleGroups({ users }: LoadSizes): LoadStep[] {
  const group = `pg_temp.load_id('role group', n, timestamptz '2026-01-01')`
  return [
    {
      name: 'role groups',
      rows: numbers.roleGroups,
      sql: `
insert into role_groups (id, name, display_name, manager_id)
select ${group}, 'Load.Group.' || n, '角色组 ' || n, pg_temp.load_user(pg_temp.load_choice(n, ${users}))
from generate_series($1::bigint, $2) n`,
    },
    {
      name: 'members of role groups',
      rows: Math.floor(users / 20),
      sql: `
insert into role_group_members (group_id, user_id, created_at)
select pg_temp.load_id('role group', 1 + n % ${numbers.roleGroups}, timestamptz '2026-01-01'), pg_temp.load_user(n * 20),
  pg_temp.load_joined(n * 20)
from generate_series($1::bigint, $2) n`,
    },
  ]
}
