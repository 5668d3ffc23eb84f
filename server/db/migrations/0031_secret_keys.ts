import { type Kysely, sql } from 'kysely'

/** The values of SECRET_KEY that open the installation: one, and two while it is changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await secretKeys.execute(db)
}

const secretKeys = sql`
create table secret_keys (
  check_value bytea primary key check (octet_length(check_value) = 32),
  -- The installation's secret, under a key derived from this SECRET_KEY.
  wrapped bytea not null,
  created_at timestamptz not null default now()
);
`
