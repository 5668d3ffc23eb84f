import { type Kysely, sql } from 'kysely'

/** Sign-ins at a provider that are under way, and members of enterprises by their ids alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await signIns.execute(db)
  await members.execute(db)
}

const signIns = sql`
create table external_sign_ins (
  -- SHA-256 of what the browser carries.
  id_hash bytea primary key check (octet_length(id_hash) = 32),
  provider text not null check (char_length(provider) between 1 and 64),
  -- Whose account is to get the login; absent where somebody signs in.
  user_id uuid references users on delete cascade,
  return_url text check (char_length(return_url) <= 2048),
  -- What the provider has told, under the installation's key; absent until then.
  identity bytea,
  expires_at timestamptz not null
);
create index external_sign_ins_expiry on external_sign_ins (expires_at);
create index external_sign_ins_user on external_sign_ins (user_id) where user_id is not null;
`

const members = sql`
create index external_logins_members on external_logins (app_open_id) where provider = 'WeCom';
`
