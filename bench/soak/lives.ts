import pg from 'pg'

/** For how long everything lives that ends by itself, in seconds: less than the purge needs to come by twice. */
const lifeSeconds = 100

/** What the server is started with beside: the shortest that it can be told to keep records. */
export const shortRetention = { LOGIN_RECORD_DAYS: '1', AUDIT_EVENT_DAYS: '1', USED_REFRESH_TOKEN_DAYS: '1' }

/** Records that are removed by their age, a day each. */
const records = ['login_records', 'audit_events', 'messages', 'user_exports']

/**
 * Lets every row that is written from now on end within two minutes, so that a soak of minutes sees what an installation sees in months:
 * what expires does so sooner, and a record is written as if it were almost a day old. The server knows nothing of it.
 * @param url the database, as somebody who may change its tables
 */
export async function shortenLives(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`
      create function live_short() returns trigger language plpgsql as $$ begin
        new.expires_at := least(new.expires_at, now() + interval '${lifeSeconds} seconds');
        return new;
      end $$;
      create function be_old() returns trigger language plpgsql as $$ begin
        new.created_at := now() - interval '1 day' + interval '${lifeSeconds} seconds';
        return new;
      end $$;
      create function limit_short() returns trigger language plpgsql as $$ begin
        new.expire := least(new.expire, (extract(epoch from now()) + ${lifeSeconds})::bigint * 1000);
        return new;
      end $$`)
    // Where it may be empty, it is the end of something that somebody removes: a key, a picture.
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'expires_at' and is_nullable = 'NO'`,
    )
    for (const { name } of rows) await addTrigger(client, name, 'live_short', 'insert or update')
    for (const name of records) await addTrigger(client, name, 'be_old', 'insert')
    await addTrigger(client, 'rate_limits', 'limit_short', 'insert or update')
    await client.query(`update pgboss.queue set deletion_seconds = ${lifeSeconds}`)
  } finally {
    await client.end()
  }
}

async function addTrigger(client: pg.Client, table: string, name: string, when: string): Promise<void> {
  await client.query(`create trigger ${name} before ${when} on ${table} for each row execute function ${name}()`)
}
