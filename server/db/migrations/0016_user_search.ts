import { type Kysely, sql } from 'kysely'

/** What users are found by in the back office: parts of their names, numbers and addresses, their state, their last sign-ins. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [trigrams, searchText, pieces, indexes, lastSignIns]) await part.execute(db)
}

/** Part of PostgreSQL, and trusted: whoever may create in the database may create it, if nobody has. */
const trigrams = sql`create extension if not exists pg_trgm`

/** Canonical forms, each on a line of its own: no term has a line break, so none is found across two of them. */
const searchText = sql`
create function user_search_text(
  user_name_key text, email_key text, phone_key text, phone text, display_name text, first_name text, last_name text
) returns text language sql immutable parallel safe as $$
  select chr(10) || user_name_key
    || coalesce(chr(10) || email_key, '')
    || coalesce(chr(10) || phone_key || chr(10) || phone, '')
    || coalesce(chr(10) || canonical_name(display_name), '')
    -- 张三 is family name and given name, Mary Smith is given name and family name.
    || case when first_name is null and last_name is null then ''
      else chr(10) || canonical_name(coalesce(last_name, '') || coalesce(first_name, '')) end
    || coalesce(chr(10) || canonical_name(first_name || ' ' || last_name), '')
$$;
alter table users add column search_text text not null
  generated always as
    (user_search_text(user_name_key, email_key, phone_key, phone, display_name, first_name, last_name)) stored;
`

/**
 * Trigrams leave two Chinese characters without an index, and where the database's character type is C, as it is in the embedded
 * one, any number of them. So what is beyond ASCII is found by its characters and pairs of characters. In PL/pgSQL, because it is
 * 15 times as fast as a query over the places of the text; the cost keeps the planner from reading all users with it.
 */
const pieces = sql`
create function search_pieces(given text) returns text[] language plpgsql immutable strict parallel safe cost 1000 as $$
declare
  pieces text[] := '{}';
  character text;
  previous text := ' ';
begin
  if octet_length(given) = char_length(given) then return pieces; end if;
  foreach character in array
    string_to_array(regexp_replace(given collate "C", '[\\x01-\\x7f]+', ' ', 'g'), null)
  loop
    if character <> ' ' then
      pieces := pieces || character;
      if previous <> ' ' then pieces := pieces || (previous || character); end if;
    end if;
    previous := character;
  end loop;
  return pieces;
end $$;
`

const indexes = sql`
create index users_search_trigrams on users using gin (search_text gin_trgm_ops);
create index users_search_pieces on users using gin (search_pieces(search_text));
create index users_account_state on users (account_state, created_at, id);
`

/** When somebody last signed in to an application; an empty name stands for none. Records of sign-ins are purged, this stays. */
const lastSignIns = sql`
create table last_sign_ins (
  user_id uuid not null references users on delete cascade,
  client_id text not null check (char_length(client_id) <= 128),
  signed_in_at timestamptz not null,
  primary key (user_id, client_id)
);
create index last_sign_ins_client on last_sign_ins (client_id, user_id);
create index last_sign_ins_time on last_sign_ins (signed_in_at);

insert into last_sign_ins (user_id, client_id, signed_in_at)
select user_id, coalesce(client_id, ''), max(created_at) from login_records
where succeeded and user_id is not null group by 1, 2;

create function keep_last_sign_in() returns trigger language plpgsql as $$
begin
  insert into last_sign_ins (user_id, client_id, signed_in_at)
  values (new.user_id, coalesce(new.client_id, ''), new.created_at)
  on conflict (user_id, client_id) do update
  set signed_in_at = greatest(last_sign_ins.signed_in_at, excluded.signed_in_at);
  return null;
end $$;
create trigger login_records_last after insert on login_records for each row
  when (new.succeeded and new.user_id is not null) execute function keep_last_sign_in();
`
