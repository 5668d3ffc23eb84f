import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../schema.ts'

/** A place in the log of changes; later is greater. */
export type Position = bigint

/** What a primary says of itself. */
export interface PrimaryState {
  /** What it has on disk, and a replica can have. */
  readonly position: Position
  /** Absent after a crash or a fail-over. */
  readonly era: string | undefined
}

/** What a replica says of itself. */
export interface ReplicaState {
  /** Whether it still is one. */
  readonly standby: boolean
  /** Up to where it has what the primary has. */
  readonly position: Position
  readonly era: string | undefined
}

/** A PostgreSQL writes such a place as two numbers of 32 bits. */
function positionOf(text: string | null): Position {
  const [high = '0', low = '0'] = (text ?? '0/0').split('/')
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
}

async function first<Row>(db: Db, query: RawBuilder<Row>): Promise<Row> {
  const { rows } = await query.execute(db)
  const [row] = rows
  if (!row) throw new Error('a statement that gives one row gave none')
  return row
}

/** How far the primary is. One statement. @throws when it is none */
export async function readPrimaryState(db: Db): Promise<PrimaryState> {
  const row = await first(
    db,
    sql<{ position: string; era: string | null }>`
      select pg_current_wal_flush_lsn()::text as position, (select era from present_era) as era /* watch */`,
  )
  return { position: positionOf(row.position), era: row.era ?? undefined }
}

/** What a replica is asked, on the very connection that is to read. */
export const replicaStateText = `
  select pg_is_in_recovery() as standby, pg_last_wal_replay_lsn()::text as position,
    (select era from replicated_era) as era /* watch */`

/** What it answers. */
export function replicaStateOf(row: {
  readonly standby: boolean
  readonly position: string | null
  readonly era: string | null
}): ReplicaState {
  return { standby: row.standby, position: positionOf(row.position), era: row.era ?? undefined }
}

/** Begins an era, unless another node has begun it. One statement. */
export async function beginEra(db: Db): Promise<void> {
  await sql`
    with begun as (insert into present_era (era) values (gen_random_uuid()) on conflict do nothing returning era)
    insert into replicated_era (era) select era from begun
    on conflict (only_row) do update set era = excluded.era /* watch */`.execute(db)
}

/** Where the last write of any of these callers ended, and the present era. One statement. */
export async function findCallerWrites(
  db: Db,
  callers: readonly string[],
): Promise<{ readonly position: Position; readonly era: string | undefined }> {
  const row = await first(
    db,
    sql<{ position: string | null; era: string | null }>`
      select (select max(position)::text from caller_writes where caller = any(${callers}::text[])) as position,
        (select era from present_era) as era`,
  )
  return { position: positionOf(row.position), era: row.era ?? undefined }
}

/** Notes that what these callers wrote has been committed by now. In order, so that no two wait for each other. One statement. */
export async function saveCallerWrites(db: Db, callers: readonly string[]): Promise<void> {
  await sql`
    insert into caller_writes as known (caller, position)
    select caller, pg_current_wal_insert_lsn() from unnest(${callers}::text[]) as caller order by caller
    on conflict (caller) do update set position = excluded.position, written_at = excluded.written_at
      where known.position < excluded.position`.execute(db)
}

/** Forgets what every replica that is read from has by now. One statement. */
export async function purgeCallerWrites(db: Db): Promise<void> {
  await sql`delete from caller_writes where written_at < now() - interval '1 minute' /* watch */`.execute(db)
}
