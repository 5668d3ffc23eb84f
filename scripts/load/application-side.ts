import { type LoadSizes, type LoadStep, numbers } from './step.ts'

/** What one application has of its own: half of the users have an account there, and half of these a role. */
export function applicationSide({ users }: LoadSizes, applicationId: string): LoadStep[] {
  const organizations = numbers.applicationOrganizations(users)
  const role = (n: string) => `pg_temp.load_id('application role', ${n}, timestamptz '2026-01-01')`
  return [
    {
      name: 'organizations of an application',
      rows: organizations,
      sql: `
insert into application_organizations (application_id, id, parent_id, code, name)
select '${applicationId}', pg_temp.load_application_organization(n),
  case when n > 1 then pg_temp.load_application_organization((n - 2) / 8 + 1) end, 'load-' || n, '部门 ' || n
from generate_series($1::bigint, $2) n`,
    },
    {
      name: 'accounts of an application',
      rows: Math.floor(users / 2),
      sql: `
insert into application_accounts (application_id, id, user_id, organization_id, account_name, name, created_at, updated_at)
select '${applicationId}', pg_temp.load_account(n * 2), pg_temp.load_user(n * 2),
  pg_temp.load_application_organization(1 + n % ${organizations}), pg_temp.load_name(n * 2),
  pg_temp.load_family(n * 2) || pg_temp.load_given(n * 2), joined, joined
from generate_series($1::bigint, $2) n, lateral (select pg_temp.load_joined(n * 2) as joined)`,
    },
    {
      name: 'roles of an application',
      rows: numbers.applicationRoles,
      sql: `
insert into application_roles (application_id, id, code, name)
select '${applicationId}', ${role('n')}, 'load-' || n, '角色 ' || n from generate_series($1::bigint, $2) n`,
    },
    {
      name: 'members of these roles',
      rows: Math.floor(users / 4),
      sql: `
insert into application_role_members (application_id, role_id, account_id)
select '${applicationId}', ${role(`1 + n % ${numbers.applicationRoles}`)}, pg_temp.load_account(n * 4)
from generate_series($1::bigint, $2) n`,
    },
  ]
}
