import { setTimeout as delay } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { DatabaseError } from 'pg'
import type { Logger } from '../log/log.ts'

const queryCanceled = '57014'
/** What the wait for all locks takes at most: whoever waits behind it is not asked to wait for longer. */
const LONGEST_TRY_MS = 500
const PAUSE_MS = 1_000
const GIVE_UP_AFTER_MS = 600_000

/**
 * Locks every table of ours for the rest of the transaction. A migration that took its locks one after the other would hold one that a
 * running server waits for, while it waits for one that this server holds. All are taken here before anything is changed, and given back
 * when that takes as long as PostgreSQL waits before it ends one of two that wait for each other: so it never ends a server's statement.
 * While a long transaction uses a table nothing is tried, and servers go on.
 */
export async function lockTables(db: Kysely<unknown>, log: Logger): Promise<void> {
  const tables = await ownTables(db)
  if (!tables) return
  // Keeps vacuum off, which would give way only after a second of waiting, and nobody else.
  await sql.raw(`lock table ${tables} in share update exclusive mode`).execute(db)
  const started = performance.now()
  for (let told = false; ; ) {
    const users = await longUsers(db)
    if (users.length === 0 && (await tryToLock(db, tables))) return
    if (performance.now() - started > GIVE_UP_AFTER_MS) {
      throw new Error(
        `the database could not be migrated: its tables are in use (${users.join(', ') || 'without a pause'})`,
      )
    }
    if (!told && users.length > 0) log.warn({ users }, 'the migration waits for transactions that use the tables')
    told ||= users.length > 0
    await delay(PAUSE_MS)
  }
}

/** Not those of an extension that its owner has put into the same schema. */
async function ownTables(db: Kysely<unknown>): Promise<string | null | undefined> {
  const { rows } = await sql<{ tables: string | null }>`
    select string_agg(quote_ident(relname), ', ' order by relname) as tables from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
      and pg_has_role(relowner, 'usage') and relname not like 'kysely\\_%'
      and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
  `.execute(db)
  return rows[0]?.tables
}

/** Who has used a table for longer than servers do, as a dump does. */
async function longUsers(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct coalesce(nullif(application_name, ''), 'a connection') || ' (process ' || pid || ')' as name
    from pg_locks join pg_class on pg_class.oid = relation join pg_stat_activity using (pid)
    where locktype = 'relation' and database = (select oid from pg_database where datname = current_database())
      and relnamespace = current_schema()::regnamespace and granted and pid <> pg_backend_pid()
      and xact_start < clock_timestamp() - ${LONGEST_TRY_MS} * interval '1 millisecond'
  `.execute(db)
  return rows.map(({ name }) => name)
}

async function tryToLock(db: Kysely<unknown>, tables: string): Promise<boolean> {
  await sql`savepoint tables`.execute(db)
  try {
    await sql`
      select set_config('statement_timeout', least(
        ${LONGEST_TRY_MS}, extract(epoch from current_setting('deadlock_timeout')::interval) * 500
      )::integer::text, true)
    `.execute(db)
    await sql.raw(`lock table ${tables} in access exclusive mode`).execute(db)
    await sql`set local statement_timeout = 0`.execute(db)
    return true
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== queryCanceled) throw error
    await sql`rollback to savepoint tables`.execute(db)
    return false
  }
}
