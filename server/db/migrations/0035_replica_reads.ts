import { type Kysely, sql } from 'kysely'

/** What tells whether a replica may answer: who has written lately, and which life of the primary the replica follows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await replicaReads.execute(db)
}

const replicaReads = sql`
-- Where in the log of changes a caller's last write ended. Kept for a minute, so it stays small. Unlogged: it costs no flush, it is
-- of no use to a replica, and that a crash or a fail-over empties it is what begins another era.
create unlogged table caller_writes (
  caller text primary key,
  position pg_lsn not null,
  written_at timestamptz not null default now()
);

-- One row, gone after a crash or a fail-over.
create unlogged table present_era (
  only_row boolean primary key default true check (only_row),
  era uuid not null
);

-- The same row as the log of changes has it: a replica with the present era follows this primary, and has everything from before it.
create table replicated_era (
  only_row boolean primary key default true check (only_row),
  era uuid not null
);
`
