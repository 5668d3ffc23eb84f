import { type Kysely, sql } from 'kysely'

/** A session notes by which issuers it reached an application: a logout token is of the issuer that the application knows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create or replace function note_session_parties() returns trigger language plpgsql as $$
begin
  update session_parties set due_at = now() from ended where session_uid = ended.uid and due_at is null;
  if found then perform pg_notify('sessions_ended', ''); end if;
  insert into session_parties (session_uid, protocol, client_id, handle, details, due_at)
  select ended.uid, 'oidc', applications.client_id, noted ->> 'sid',
    jsonb_build_object('sub', ended.user_id, 'issuers', noted -> 'issuers'), now()
  from ended, jsonb_each(coalesce(ended.payload -> 'authorizations', '{}')) as reached (client_id, noted), applications
  where ended.user_id is not null and noted ->> 'sid' is not null
    and applications.client_id = reached.client_id and enabled and backchannel_logout_uri is not null
  on conflict do nothing;
  if found then perform pg_notify('sessions_ended', ''); end if;
  return null;
end $$`.execute(db)
}
