import { type Kysely, sql } from 'kysely'

/** What limits on guessing keep: attempts that are under way, and who may say where a person asks from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await attempts.execute(db)
  await applications.execute(db)
}

/** `points` counts failures alone; what is not decided yet stands beside it, and lapses when nobody comes back. */
const attempts = sql`
alter table rate_limits
  add column pending integer not null default 0,
  add column pending_until bigint not null default 0;
`

const applications = sql`
-- A back-end that asks with people's passwords may say which address they come from.
alter table applications add column user_address_allowed boolean not null default false;
`
