import { type Kysely, sql } from 'kysely'

/** Exports of user data that somebody applied for, and who fetched them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [exports, downloads]) await part.execute(db)
}

const exports = sql`
create table user_exports (
  id uuid primary key,
  -- Absent when they are gone; then the file goes, and the row.
  creator_id uuid references users on delete set null,
  state text not null
    check (state in ('awaiting_approval', 'pending', 'downloadable', 'refused', 'failed', 'cancelled', 'expired')),
  format text not null check (format in ('csv', 'xlsx')),
  reason text not null check (char_length(reason) between 1 and 500),
  filter jsonb not null check (jsonb_typeof(filter) = 'object'),
  -- How often the making of the file was begun.
  attempts integer not null default 0,
  -- Which of these has made the file; each has one of its own, so that a late one spoils nothing.
  made_by_attempt integer,
  size bigint,
  -- Set before there is a file, so that no file is without a row that knows of it.
  has_file boolean not null default false,
  -- When whatever goes on with it, and its file, is over.
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_exports_creator on user_exports (creator_id, created_at, id);
create index user_exports_created on user_exports (created_at, id);
create index user_exports_open on user_exports (expires_at)
  where state in ('awaiting_approval', 'pending', 'downloadable');
create index user_exports_files on user_exports (updated_at) where has_file;
create index user_exports_without_creator on user_exports (id) where creator_id is null;
`

const downloads = sql`
create table user_export_downloads (
  id uuid primary key,
  export_id uuid not null references user_exports on delete cascade,
  user_id uuid not null references users on delete cascade,
  -- Of the recipient, as they were.
  display_name text check (char_length(display_name) <= 100),
  email text check (char_length(email) <= 320),
  reason text check (char_length(reason) <= 500),
  -- What came of it; absent until the file is downloaded.
  result text check (char_length(result) <= 500),
  created_at timestamptz not null default now()
);
create index user_export_downloads_export on user_export_downloads (export_id, created_at, id);
create index user_export_downloads_user on user_export_downloads (user_id, created_at, id);
create index user_export_downloads_created on user_export_downloads (created_at, id);
`
