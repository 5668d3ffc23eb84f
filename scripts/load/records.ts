import type { LoadSizes, LoadStep } from './step.ts'

const userAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36'

/** What is kept of what happened: as much of it as the retention's defaults keep, the oldest about to go. */
export function records({ users, signIns }: LoadSizes): LoadStep[] {
  const attempts = Math.round(users * signIns)
  const events = users * 2
  return [
    {
      name: 'login records, and who signed in last',
      rows: attempts,
      // Two a hundred fail; half of the rest are of the site, half of other applications.
      sql: `
insert into login_records (id, user_id, client_id, address, user_agent, method, succeeded, reason, created_at)
select pg_temp.load_id('login record', n, made), pg_temp.load_user(pg_temp.load_choice(n, ${users})),
  case when n % 2 = 0 then 'TestClient' else 'thirdPartyDemo' end, pg_temp.load_address(n), '${userAgent}', 'page',
  n % 50 > 0, case when n % 50 = 0 then 'invalid' end, made
from generate_series($1::bigint, $2) n, lateral (select pg_temp.load_time(n, ${attempts}, 179) as made)`,
    },
    {
      name: 'audit events',
      rows: events,
      sql: `
insert into audit_events (id, actor_id, actor_client_id, action, subject_type, subject_id, details, address, request_id, created_at)
select pg_temp.load_id('audit event', n, made), case when n % 2 = 0 then subject end,
  case when n % 2 = 0 then null else 'trustedDemo' end, 'user.changed', 'user', subject::text,
  '{"changed": ["displayName", "address"]}', pg_temp.load_address(n), pg_temp.load_id('request', n, made)::text, made
from generate_series($1::bigint, $2) n, lateral (
  select pg_temp.load_time(n, ${events}, 729) as made, pg_temp.load_user(pg_temp.load_choice(n, ${users})) as subject)`,
    },
    {
      name: 'counters of messages',
      rows: Math.floor(users / 10),
      sql: `
insert into message_counters (user_id, last_number)
select pg_temp.load_user(n * 10), 1 from generate_series($1::bigint, $2) n`,
    },
    {
      name: 'service messages',
      rows: Math.floor(users / 10),
      sql: `
insert into service_messages (user_id, number, id, client_id, type, content, created_at, expires_at)
select pg_temp.load_user(n * 10), 1, pg_temp.load_id('service message', n, made), 'trustedDemo', 'Message',
  '{"text": "一条消息"}', made, made + interval '30 days'
from generate_series($1::bigint, $2) n, lateral (select pg_temp.load_time(n, ${users}, 20) as made)`,
    },
  ]
}
