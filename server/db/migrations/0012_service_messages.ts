import { type Kysely, sql } from 'kysely'

/**
 * Service messages of users, and the number of each user's last one: whoever pushes holds that row until the commit, so that a
 * message that can be seen is never preceded by one that will be seen later.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table message_counters (
      user_id uuid primary key references users on delete cascade,
      last_number bigint not null
    )`.execute(db)
  await sql`
    create table service_messages (
      user_id uuid not null references message_counters on delete cascade,
      number bigint not null,
      id uuid not null,
      client_id text not null check (char_length(client_id) between 1 and 128),
      type text not null check (char_length(type) between 1 and 64),
      content text not null check (char_length(content) between 1 and 8192),
      created_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      primary key (user_id, number)
    )`.execute(db)
  await sql`create index service_messages_expires_at on service_messages (expires_at)`.execute(db)
  await sql`
    create function notify_messages_pushed() returns trigger language plpgsql as $$
    begin
      perform pg_notify('messages_pushed', new.user_id::text);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger service_messages_notify after insert on service_messages
      for each row execute function notify_messages_pushed()`.execute(db)
}
