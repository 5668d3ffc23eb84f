import { sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db, EventKind, EventSubject, JsonObject } from '../schema.ts'

/** How many events one look takes up, be they free to go or waiting behind others. */
const window = 64
/** A node that has not said for so many seconds what came of an event is taken for dead. */
const leaseSeconds = 30

/** An event whose turn it is. */
export interface ClaimedEvent {
  readonly id: string
  readonly subjectType: EventSubject
  readonly subjectId: string
  readonly kind: EventKind
  /** The object as the change left it; absent for a deletion, and where the object is gone since. */
  readonly content: JsonObject | null
  readonly changed: readonly string[]
  /** How often it was tried, this time among them. */
  readonly attempts: number
  /** What the application calls the object; absent as long as it has not said. */
  readonly objectId: string | null
  /** What the application calls the organization that the object is in. */
  readonly parentObjectId: string | null
  /** What the user is now; absent where there is none. */
  readonly present: { readonly username: string; readonly disabled: boolean } | null
}

/** What a look at an application's events found. */
export interface Claim {
  readonly claimed: readonly ClaimedEvent[]
  /** Whether some were found whose turn it is not, which were put off. */
  readonly putOff: boolean
}

/**
 * Takes the events of an application whose turn it is: the first of each object, unless the organization that the object is in is
 * still to be created there. Any number of nodes may do this at once. What is not free to go is put off until what it waits
 * for is tried again: behind a dead letter for ten minutes, and whoever settles that one calls it. One statement.
 *
 * A bulk makes the table large within a moment, long before anybody gathers statistics: what it looks for behind each row is
 * written so that the index of unfinished events is the only one that serves.
 * @param most how many
 */
export async function claimEvents(db: Db, clientId: string, most: number): Promise<Claim> {
  const { rows } = await sql<ClaimedEvent & { readonly waits: boolean }>`
    with due as materialized (
      select id, client_id, subject_id,
        coalesce(content ->> 'organizationId', content ->> 'parentId')::uuid as parent_id
      from event_deliveries
      where client_id = ${clientId} and state in ('waiting', 'sending') and due_at <= now()
      order by due_at, id limit ${window} for update skip locked
    ), judged as materialized (
      select due.id, due.parent_id, blocker.until
      from due left join lateral (
        (select case state when 'dead' then now() + interval '10 minutes'
            else greatest(due_at, now() + interval '1 second') end as until
          from event_deliveries earlier
          where earlier.client_id = due.client_id and earlier.subject_id = due.subject_id and earlier.id < due.id
            and state in ('waiting', 'sending', 'dead')
          order by earlier.id limit 1)
        union all
        (select greatest(case state when 'waiting' then due_at end, now() + interval '1 second')
          from event_deliveries parent
          where parent.client_id = due.client_id and parent.subject_id = due.parent_id and kind = 'CREATE'
            and state in ('waiting', 'sending', 'dead') and (case state when 'dead' then false else true end)
          order by parent.id limit 1)
        limit 1
      ) blocker on true
    ), put_off as (
      update event_deliveries set due_at = judged.until
      from judged where event_deliveries.id = judged.id and judged.until is not null
      returning event_deliveries.id
    ), claimed as (
      update event_deliveries set state = 'sending', attempts = attempts + 1, attempted_at = now(),
        due_at = ${inSeconds(leaseSeconds)}
      from (select id, parent_id from judged where until is null order by id limit ${most}) ready
      where event_deliveries.id = ready.id
      returning event_deliveries.id, client_id, subject_type, subject_id, kind, content, changed, attempts, parent_id
    )
    select claimed.id, subject_type, claimed.subject_id, kind, content, changed, attempts,
      own.object_id, parent.object_id as parent_object_id,
      case when users.id is not null then
        jsonb_build_object('username', user_name, 'disabled', account_state = 'Disabled') end as present,
      false as waits
    from claimed
      left join event_objects own on own.client_id = claimed.client_id and own.subject_id = claimed.subject_id
      left join event_objects parent on parent.client_id = claimed.client_id and parent.subject_id = claimed.parent_id
      left join users on users.id = claimed.subject_id
    union all
    (select id, null, null, null, null, null, null, null, null, null, true from put_off limit 1)`.execute(db)
  return { claimed: rows.filter(({ waits }) => !waits), putOff: rows.some(({ waits }) => waits) }
}

/** What came of an attempt. */
export interface Outcome {
  readonly id: string
  /** The attempt, so that a node that was taken for dead changes nothing any more. */
  readonly attempts: number
  readonly state: 'delivered' | 'dropped' | 'waiting' | 'dead'
  /** Until it is tried again, in seconds. */
  readonly wait: number
  readonly code: string | null
  readonly message: string
  /** What the application calls the object from now on; absent where that stays as it is. */
  readonly objectId: string | null
}

/**
 * Writes down what came of events, and calls the next of each object. A dead letter about somebody who is gone keeps nothing of
 * them. One statement.
 */
export async function saveOutcomes(db: Db, outcomes: readonly Outcome[]): Promise<void> {
  await sql`
    with outcomes as (
      select id, attempts, state, wait, code, message, "objectId" as object_id
      from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as
        (id bigint, attempts integer, state text, wait float8, code text, message text, "objectId" text)
    ), saved as (
      update event_deliveries set
        state = outcomes.state, code = outcomes.code, message = outcomes.message,
        due_at = now() + make_interval(secs => outcomes.wait),
        finished_at = case when outcomes.state in ('delivered', 'dropped') then now() end,
        content = case when outcomes.state = 'waiting' then content
          when outcomes.state = 'dead' and (
            subject_type = 'organization' or exists (select from users where users.id = subject_id)
          ) then content end
      from outcomes
      where event_deliveries.id = any(${outcomes.map(({ id }) => id)}::bigint[])
        and event_deliveries.id = outcomes.id and event_deliveries.attempts = outcomes.attempts
        and event_deliveries.state = 'sending'
      returning client_id, subject_id, kind, event_deliveries.state, object_id
    ), known as (
      insert into event_objects (client_id, subject_id, object_id)
      select client_id, subject_id, object_id from saved where object_id is not null
      on conflict (client_id, subject_id) do update set object_id = excluded.object_id
      where event_objects.object_id <> excluded.object_id
    ), forgotten as (
      delete from event_objects using saved
      where event_objects.client_id = saved.client_id and event_objects.subject_id = saved.subject_id
        and saved.kind = 'DELETE' and saved.state = 'delivered'
    )
    update event_deliveries set due_at = now()
    from saved
    where saved.state in ('delivered', 'dropped') and event_deliveries.id = (
      select min(next.id) from event_deliveries next
      where next.client_id = saved.client_id and next.subject_id = saved.subject_id and next.state = 'waiting'
    )`.execute(db)
}

/** How many seconds until an application's next event is to be looked at; absent where none waits. One statement. */
export async function secondsToNextEvent(db: Db, clientId: string): Promise<number | undefined> {
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from min(due_at) - now())::float8 as seconds from event_deliveries
    where client_id = ${clientId} and state in ('waiting', 'sending')`.execute(db)
  return rows[0]?.seconds ?? undefined
}
