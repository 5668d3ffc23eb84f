import { type Kysely, sql } from 'kysely'

/** Slider captchas that are shown, and such as were passed and may be used once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await captchas.execute(db)
}

const captchas = sql`
create table captchas (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  client_id text not null check (char_length(client_id) between 1 and 128),
  device_hash bytea not null check (octet_length(device_hash) = 32),
  -- Where the piece belongs, in pixels of the picture; absent once it was put there.
  answer integer check (answer between 0 and 1000),
  -- Whom a code may be sent to; absent until then.
  recipient_hash bytea check (octet_length(recipient_hash) = 32),
  expires_at timestamptz not null,
  check ((answer is null) <> (recipient_hash is null))
);
create index captchas_expires_at on captchas (expires_at);
`
