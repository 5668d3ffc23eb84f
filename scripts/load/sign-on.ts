import type { LoadSizes, LoadStep } from './step.ts'

/** Half of the users are signed in somewhere, with a grant and a refresh token of that session. */
export function signOn({ users }: LoadSizes): LoadStep[] {
  const rows = Math.floor(users / 2)
  const from = `from generate_series($1::bigint, $2) n, lateral (
  select pg_temp.load_user(n * 2) as person, pg_temp.load_time(n, ${rows}, 12) as made, pg_temp.load_token('session', n) as uid,
    pg_temp.load_token('grant', n) as grant_id)`
  const epoch = (time: string) => `floor(extract(epoch from ${time}))::bigint`
  return [
    {
      name: 'sessions',
      rows,
      sql: `
insert into sessions (id_hash, uid, user_id, payload, created_at, expires_at, address, user_agent)
select pg_temp.load_hash('session id', n), uid, person, jsonb_build_object('amr', '["pwd"]'::jsonb, 'iat', ${epoch('made')},
    'uid', uid, 'kind', 'Session', 'loginTs', ${epoch('made')}, 'accountId', person, 'transient', true, 'authorizations',
    jsonb_build_object('TestClient', jsonb_build_object('sid', pg_temp.load_token('sid', n), 'grantId', grant_id,
      'issuers', '{"account": true}'::jsonb, 'persistsLogout', true))),
  made, made + interval '14 days', pg_temp.load_address(n), 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
${from}`,
    },
    {
      name: 'grants',
      rows,
      sql: `
insert into engine_state (model, id_hash, payload, user_id, client_id, expires_at)
select 'Grant', sha256(grant_id::bytea), jsonb_build_object('exp', ${epoch('made')} + 15552000, 'iat', ${epoch('made')},
    'kind', 'Grant', 'openid', '{"scope": "openid profile offline_access"}'::jsonb, 'clientId', 'TestClient',
    'accountId', person, 'resources', '{"http://localhost:3000/api": "openid profile offline_access"}'::jsonb),
  person, 'TestClient', made + interval '180 days'
${from}`,
    },
    {
      name: 'refresh tokens',
      rows,
      sql: `
insert into engine_state (model, id_hash, payload, grant_hash, user_id, client_id, expires_at)
select 'RefreshToken', pg_temp.load_hash('refresh token', n), jsonb_build_object('amr', '["pwd"]'::jsonb,
    'exp', ${epoch('made')} + 2592000, 'gty', 'authorization_code', 'iat', ${epoch('made')}, 'iiat', ${epoch('made')},
    'kind', 'RefreshToken', 'next', encode(pg_temp.load_hash('next', n), 'hex'), 'seed', pg_temp.load_token('seed', n),
    'scope', 'openid profile offline_access', 'grantId', grant_id, 'authTime', ${epoch('made')}, 'clientId', 'TestClient',
    'resource', 'http://localhost:3000/api', 'accountId', person, 'rotations', 0, 'sessionUid', uid),
  sha256(grant_id::bytea), person, 'TestClient', made + interval '30 days'
${from}`,
    },
  ]
}
