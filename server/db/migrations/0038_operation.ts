import { type Kysely, sql } from 'kysely'

/**
 * An application's former secret, which is taken until a time, so that a new one can be brought to every place that uses it. And what
 * hands the audit log on while the server runs. A trigger notes each event for each destination, in the transaction of the event: what
 * commits late is found late, whatever the clocks do. While there is no destination it looks into one empty table. No references: a lock on
 * the destination's row would be taken by everything that is audited.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [secrets, tables, recording]) await part.execute(db)
}

const secrets = sql`
alter table applications
  -- SHA-256, as secret_hash.
  add column former_secret_hash bytea,
  add column former_secret_until timestamptz;
`

const tables = sql`
create table audit_exports (
  target text primary key check (char_length(target) between 1 and 300),
  -- The node that delivers, and until when it is taken to live.
  holder uuid,
  held_until timestamptz,
  created_at timestamptz not null default now(),
  delivered_at timestamptz,
  -- Since when it does not take anything, and why.
  failed_at timestamptz,
  reason text check (char_length(reason) <= 300)
);
create table audit_export_events (
  id bigint generated always as identity primary key,
  target text not null,
  event_id uuid not null,
  created_at timestamptz not null default now()
);
create index audit_export_events_target on audit_export_events (target, id);
create index audit_export_events_created_at on audit_export_events (created_at);
`

const recording = sql`
create function note_audit_exports() returns trigger language plpgsql as $$
begin
  insert into audit_export_events (target, event_id) select target, added.id from audit_exports cross join added;
  return null;
end $$;
create trigger audit_events_export after insert on audit_events referencing new table as added
  for each statement execute function note_audit_exports();
`
