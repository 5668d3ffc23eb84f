/** Rows of the first schema, so many users and what they left behind: what every later migration finds. */
export const firstRows = (users: number): readonly string[] => [
  `insert into users (id, user_name, itc, phone, email, first_name, last_name, display_name, created_at)
  select md5('user' || n)::uuid, 'user-' || n, '+86', '100' || lpad(n::text, 8, '0'), 'user-' || n || '@example.com', '伟', '王',
    '王伟', now() - n * interval '1 minute'
  from generate_series(1, ${users}) n`,
  `insert into password_credentials (user_id, hash)
  select md5('user' || n)::uuid, '$argon2id$v=19$m=19456,t=2,p=1$' || repeat('a', 65) from generate_series(1, ${users}) n`,
  `insert into external_logins (id, user_id, provider, external_id)
  select md5('login' || n)::uuid, md5('user' || n)::uuid, 'WeChat', 'union-' || n from generate_series(1, ${users}, 4) n`,
  `insert into login_records (id, user_id, address, user_agent, method, succeeded, created_at)
  select md5('record' || n)::uuid, md5('user' || n)::uuid, '10.0.0.0'::inet + n, 'Mozilla/5.0', 'page', true, now() - n * interval '10 seconds'
  from generate_series(1, ${users}) n`,
  `insert into audit_events (id, actor_id, action, subject_type, subject_id, created_at)
  select md5('event' || n)::uuid, md5('user' || n)::uuid, 'user.changed', 'user', md5('user' || n)::uuid::text, now() - n * interval '1 minute'
  from generate_series(1, ${users}) n`,
  `insert into sessions (id_hash, uid, user_id, payload, expires_at)
  select sha256(n::text::bytea), 'session-' || n, md5('user' || n)::uuid, '{}', now() + interval '1 day' from generate_series(1, ${users}, 2) n`,
  `insert into engine_state (model, id_hash, payload, grant_hash, user_id, expires_at)
  select 'RefreshToken', sha256(n::text::bytea), '{}', sha256(n::text::bytea), md5('user' || n)::uuid, now() + interval '1 day'
  from generate_series(1, ${users}) n`,
]

/** The same of the tables that the second migration makes. */
export const secondRows = (users: number): readonly string[] => [
  `insert into organizations (id, code, name)
  select md5('organization' || n)::uuid, 'code-' || n, 'Department ' || n from generate_series(1, ${users / 100}) n`,
  `insert into memberships (user_id, organization_id, is_primary)
  select md5('user' || n)::uuid, md5('organization' || 1 + n % ${users / 100})::uuid, true from generate_series(1, ${users}) n`,
]

/** What a server of any version asks, here of the nth user. */
export const reads: readonly string[] = [
  `select user_name from users where id = md5('user' || $1::int)::uuid`,
  `select hash from password_credentials where user_id = md5('user' || $1::int)::uuid`,
  `select payload from engine_state where model = 'RefreshToken' and id_hash = sha256($1::int::text::bytea)`,
  `select payload from sessions where id_hash = sha256($1::int::text::bytea)`,
  `select method from login_records where user_id = md5('user' || $1::int)::uuid`,
  `select name from applications where client_id = 'client-' || $1::int`,
]

/** And what it writes. */
export const writes: readonly string[] = [
  `update users set display_name = '李伟' where id = md5('user' || $1::int)::uuid`,
  `update password_credentials set must_change = false where user_id = md5('user' || $1::int)::uuid`,
  `update engine_state set consumed_at = now() where model = 'RefreshToken' and id_hash = sha256($1::int::text::bytea)`,
  `update sessions set expires_at = expires_at where id_hash = sha256($1::int::text::bytea)`,
  `insert into login_records (id, user_agent, method, succeeded) values (gen_random_uuid(), $1::int::text, 'page', true)`,
  `insert into audit_events (id, action, subject_type, subject_id) values (gen_random_uuid(), 'user.changed', 'user', $1::int::text)`,
]
