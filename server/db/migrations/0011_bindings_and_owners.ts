import { type Kysely, sql } from 'kysely'

/** Logins at providers without a unified id, users who belong to an OEM client, and sign-ins read page by page. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [externalLogins, users, loginRecords]) await part.execute(db)
}

/** A provider gives a unified id to some applications alone: until it is known, the open id inside an application is all there is. */
const externalLogins = sql`
alter table external_logins
  alter column external_id drop not null,
  add constraint external_logins_identified check (external_id is not null or app_open_id is not null);
`

/** An application that has users of its own cannot go before them: they would be everybody's. */
const users = sql`
alter table users add column oem_client_id text references applications on update cascade;
create index users_oem_client on users (oem_client_id, created_at, id) where oem_client_id is not null;
`

/** The list is of people who are known, all or one, and its order is total. The second index stands in for the one it replaces. */
const loginRecords = sql`
create index login_records_listed on login_records (created_at, id) where user_id is not null;
create index login_records_of_user on login_records (user_id, created_at, id);
drop index login_records_user;
`
