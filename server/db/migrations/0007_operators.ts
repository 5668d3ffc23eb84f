import { type Kysely, sql } from 'kysely'

/** What the readiness check writes to: one row. A database that still reads, on a full disk or as a standby, is not ready. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table readiness (
  only_row boolean primary key default true check (only_row),
  checked_at timestamptz not null default now()
);
insert into readiness default values;
`.execute(db)
}
