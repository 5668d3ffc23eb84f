import { type Kysely, sql } from 'kysely'

/** Waits that stand for a captcha, for people who cannot see one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await captchaWaits.execute(db)
}

const captchaWaits = sql`
create table captcha_waits (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  -- The browser and the page that it was given to.
  holder_hash bytea not null check (octet_length(holder_hash) = 32),
  usable_from timestamptz not null,
  expires_at timestamptz not null,
  check (expires_at > usable_from)
);
create index captcha_waits_expires_at on captcha_waits (expires_at);
`
