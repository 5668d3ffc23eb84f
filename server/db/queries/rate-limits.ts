import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** A counter of failures, and how many it takes. */
export interface Counter {
  readonly key: string
  readonly attempts: number
  /** So many failures have to be there before more than that are under way together. */
  readonly suspicious: number
  readonly seconds: number
  /** Whether nothing is reserved anywhere once it is used up: the attempt is refused. */
  readonly strict: boolean
}

/** What came of asking one counter for room. */
export interface CounterState {
  readonly key: string
  /** Whether an attempt under way is counted in it now. */
  readonly reserved: boolean
  /** Failures before. */
  readonly failures: number
  /** Seconds until they are forgotten. */
  readonly retryAfter: number
}

/**
 * Asks counters for room for one attempt. Failures and attempts under way together never exceed a counter, however many
 * ask at once: a row is looked at and changed under its lock. All rows are taken in one order, so that nobody waits in a
 * circle. Rows without room are told as they were when the statement began. Where one of them is used up for good by then, nothing is
 * written: who is refused again and again holds no lock that others wait for. Time is the database's: nodes whose clocks differ, or
 * step, neither forget failures early nor keep them for longer. One statement.
 * @param lease milliseconds after which an attempt that was never settled no longer counts as under way
 */
export async function reserveAttempts(
  db: Db,
  counters: readonly Counter[],
  { lease }: { lease: number },
): Promise<CounterState[]> {
  const { rows } = await sql<CounterState>`
    with clock as (
      select floor(extract(epoch from statement_timestamp()) * 1000)::bigint as now
    ), asked as (
      select key, attempts, suspicious, seconds, strict from unnest(
        ${counters.map(({ key }) => key)}::text[],
        ${counters.map(({ attempts }) => attempts)}::int[],
        ${counters.map(({ suspicious }) => suspicious)}::int[],
        ${counters.map(({ seconds }) => seconds)}::int[],
        ${counters.map(({ strict }) => strict)}::boolean[]) as asked (key, attempts, suspicious, seconds, strict)
    ), reserved as (
      insert into rate_limits as kept (key, points, expire, pending, pending_until)
      select key, 0, now + seconds * 1000, 1, now + ${lease}::bigint
      from asked, clock
      where not exists (
        select from asked join rate_limits used on used.key = asked.key
        where asked.strict and used.expire > now and used.points >= asked.attempts)
      order by key collate "C"
      on conflict (key) do update set
        points = case when kept.expire <= (select now from clock) then 0 else kept.points end,
        expire = case when kept.expire <= (select now from clock) then excluded.expire else kept.expire end,
        pending = case when kept.pending_until <= (select now from clock) then 1 else kept.pending + 1 end,
        pending_until = excluded.pending_until
      where case when kept.expire <= (select now from clock) then 0 else kept.points end
        + case when kept.pending_until <= (select now from clock) then 0 else kept.pending end
        < (select case when kept.expire <= (select now from clock) or kept.points < suspicious then suspicious else attempts end
          from asked where asked.key = kept.key)
      returning key, points
    )
    select asked.key, reserved.key is not null as reserved, coalesce(reserved.points, before.points, 0) as failures,
      greatest(1, ceil((before.expire - clock.now) / 1000.0))::int as retry_after
    from asked cross join clock
    left join reserved on reserved.key = asked.key
    left join rate_limits before on before.key = asked.key and before.expire > clock.now`.execute(db)
  return rows
}

/**
 * Settles an attempt in the counters that had room for it. A counter without failures leaves no row. One statement.
 * @returns the failures in each that has a row
 * @param outcome `failed` counts it; `forgiven` are the keys whose earlier failures are forgotten
 */
export async function settleAttempt(
  db: Db,
  keys: readonly string[],
  { failed, forgiven }: { failed: boolean; forgiven: readonly string[] },
): Promise<{ readonly key: string; readonly failures: number }[]> {
  const { rows } = await sql<{ key: string; failures: number }>`
    with held as (
      select key, pending <= 1 as alone,
        case when key = any(${forgiven}::text[]) then 0 else points + ${failed ? 1 : 0}::int end as failures
      from rate_limits where key = any(${keys}::text[]) order by key collate "C" for update
    ), emptied as (
      delete from rate_limits using held where rate_limits.key = held.key and held.alone and held.failures = 0
    )
    update rate_limits set pending = greatest(rate_limits.pending - 1, 0), points = held.failures
    from held where rate_limits.key = held.key and not (held.alone and held.failures = 0)
    returning rate_limits.key, held.failures`.execute(db)
  return rows
}

/**
 * Counts one attempt, whatever comes of it: the first begins a time of so many seconds. That is the database's, as above. One statement.
 * @returns how many there were in that time, with this one, and the seconds until it is over
 */
export async function countAttempt(
  db: Db,
  key: string,
  seconds: number,
): Promise<{ readonly attempts: number; readonly retryAfter: number }> {
  const { rows } = await sql<{ attempts: number; retryAfter: number }>`
    with clock as (
      select floor(extract(epoch from statement_timestamp()) * 1000)::bigint as now
    )
    insert into rate_limits as kept (key, points, expire)
    select ${key}, 1, now + ${seconds}::int * 1000::bigint from clock
    on conflict (key) do update set
      points = case when kept.expire <= (select now from clock) then 1 else kept.points + 1 end,
      expire = case when kept.expire <= (select now from clock) then excluded.expire else kept.expire end
    returning points as attempts, greatest(1, ceil((expire - (select now from clock)) / 1000.0))::int as retry_after`.execute(
    db,
  )
  const [counted] = rows
  if (!counted) throw new Error('nothing was counted')
  return counted
}
