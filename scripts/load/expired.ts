import type { LoadSizes, LoadStep } from './step.ts'

/** What share each table has of the rows that have expired, and how one is made. */
const kinds: readonly { table: string; share: number; columns: string; values: string }[] = [
  {
    table: 'engine_state',
    share: 0.4,
    columns: 'model, id_hash, payload, grant_hash, user_id, client_id, expires_at, consumed_at',
    values: `'AuthorizationCode', pg_temp.load_hash('code', n), jsonb_build_object('kind', 'AuthorizationCode',
      'scope', 'openid profile offline_access', 'grantId', pg_temp.load_token('old grant', n), 'clientId', 'TestClient',
      'accountId', person, 'redirectUri', 'http://localhost:5173/login/callback/'),
      pg_temp.load_hash('old grant', n), person, 'TestClient', ended, ended`,
  },
  {
    table: 'rate_limits',
    share: 0.2,
    columns: 'key, points, expire',
    values: `'load:' || n, 1, (extract(epoch from ended) * 1000)::bigint`,
  },
  {
    table: 'sessions',
    share: 0.1,
    columns: 'id_hash, uid, user_id, payload, created_at, expires_at',
    values: `pg_temp.load_hash('old session id', n), pg_temp.load_token('old session', n), person,
      jsonb_build_object('kind', 'Session', 'accountId', person), ended - interval '14 days', ended`,
  },
  {
    table: 'revoked_access_tokens',
    share: 0.1,
    columns: 'token_hash, expires_at',
    values: `pg_temp.load_hash('revoked', n), ended`,
  },
  {
    table: 'spent_proofs',
    share: 0.1,
    columns: 'proof_hash, expires_at',
    values: `pg_temp.load_hash('proof', n), ended`,
  },
  {
    table: 'access_credentials',
    share: 0.05,
    columns: 'token_hash, client_id, created_at, expires_at',
    values: `pg_temp.load_hash('credential', n), 'trustedDemo', ended - interval '30 minutes', ended`,
  },
  {
    table: 'captchas',
    share: 0.05,
    columns: 'token_hash, client_id, device_hash, answer, expires_at',
    values: `pg_temp.load_hash('captcha', n), 'TestClient', pg_temp.load_hash('device', n), 100, ended`,
  },
]

/** Rows that have expired within the last day. */
export function expiredRows({ users, expired }: LoadSizes): LoadStep[] {
  return kinds.map(({ table, share, columns, values }) => {
    const rows = Math.round(expired * share)
    return {
      name: `expired rows of ${table}`,
      rows,
      sql: `
insert into ${table} (${columns})
select ${values} from generate_series($1::bigint, $2) n, lateral (
  select pg_temp.load_user(pg_temp.load_choice(n, ${users})) as person, pg_temp.load_time(n, ${rows}, 1) as ended)`,
    }
  })
}
