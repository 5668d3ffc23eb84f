import { type Kysely, sql } from 'kysely'

/**
 * Sessions and grants that several requests change at once, devices that ask too often, what refusals leave behind, and which
 * secret the database belongs to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [functions, engineState, keys, loginRecords, installation]) await part.execute(db)
}

const functions = sql`
-- RFC 7396, JSON Merge Patch: a null removes.
create function merge_patch(target jsonb, patch jsonb) returns jsonb language plpgsql immutable parallel safe as $$
begin
  if jsonb_typeof(patch) is distinct from 'object' then return patch; end if;
  return coalesce((
    select jsonb_object_agg(key, case when p.value is null then t.value else merge_patch(t.value, p.value) end)
    from jsonb_each(case when jsonb_typeof(target) = 'object' then target else '{}' end) t
    full join jsonb_each(patch) p using (key)
    where p.value is distinct from 'null'::jsonb
  ), '{}');
end $$;

-- The words of both texts, each once, in their order: a union of scopes.
create function union_words(a text, b text) returns text language sql immutable parallel safe as $$
  select string_agg(word, ' ' order by place) from (
    select word, min(place) as place
    from unnest(string_to_array(concat_ws(' ', a, b), ' ')) with ordinality as words (word, place)
    where word <> '' group by word
  ) as once
$$;
`

const engineState = sql`
alter table engine_state add column polled_at timestamptz;
create index engine_state_consumed on engine_state (consumed_at) where consumed_at is not null;
`

/** A revoked key stays for what it says of its neighbours: from when on it had taken over from another. */
const keys = sql`
alter table keys add column revoked_at timestamptz;
`

const loginRecords = sql`
alter table login_records
  -- Refusals of one network in one window are one row: how many there were, and what makes them one.
  add column attempts integer not null default 1 check (attempts > 0),
  add column refusal_key text check (char_length(refusal_key) between 1 and 128);
create unique index login_records_refusal on login_records (refusal_key) where refusal_key is not null;
`

const installation = sql`
create table installation (
  only_one boolean primary key default true check (only_one),
  secret_check bytea not null check (octet_length(secret_check) = 32),
  created_at timestamptz not null default now()
);
`
