import { type Kysely, sql } from 'kysely'

/**
 * The files of people's pictures. A row is there before its file and goes after it, so that no file is without one: of an upload
 * that broke off, of a picture that another has replaced, and of a user who is gone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await profileImages.execute(db)
}

const profileImages = sql`
create table profile_images (
  name text primary key check (name ~ '^[A-Za-z0-9_-]{32}[.]webp$'),
  user_id uuid references users on delete set null,
  created_at timestamptz not null default now(),
  -- From then on the file is to go; the picture that a user has stays.
  expires_at timestamptz
);
create unique index profile_images_current on profile_images (user_id) where expires_at is null;
create index profile_images_user on profile_images (user_id);
create index profile_images_expiry on profile_images (expires_at) where expires_at is not null;
create index profile_images_without_user on profile_images (name) where user_id is null;
`
