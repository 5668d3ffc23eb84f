import { type Kysely, sql } from 'kysely'

/** Messages on their way to people, and the codes that some of them carry. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await messages.execute(db)
  await codes.execute(db)
}

/** Recipient, text and code are in `sealed`, under the installation's key; the row goes when the message has gone. */
const messages = sql`
create table messages (
  id uuid primary key,
  sealed bytea not null check (octet_length(sealed) <= 4096),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index messages_created_at on messages (created_at desc);
`

/** Hashes are made under the installation's key: six digits would be found again from any other. */
const codes = sql`
create table verification_codes (
  id uuid primary key,
  purpose text not null check (char_length(purpose) between 1 and 64),
  target_hash bytea not null check (octet_length(target_hash) = 32),
  -- Absent where nobody has an account yet.
  user_id uuid references users on delete cascade,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  attempts integer not null default 0 check (attempts >= 0),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
-- One open code of a kind: the next one takes its place.
create unique index verification_codes_user on verification_codes (user_id, purpose) where user_id is not null;
create unique index verification_codes_stranger on verification_codes (target_hash, purpose) where user_id is null;
create index verification_codes_target on verification_codes (target_hash, purpose);
create index verification_codes_expiry on verification_codes (expires_at);
`
