import { sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db } from '../schema.ts'
import { type AuditEvent, auditEventColumns } from './audit.ts'

/** What waits for a destination. */
export interface Waiting {
  readonly numbers: readonly string[]
  readonly events: readonly AuditEvent[]
}

/** Notes events for a destination from now on; one that is known stays as it is. One statement. */
export async function addAuditExport(db: Db, target: string): Promise<void> {
  await db
    .insertInto('auditExports')
    .values({ target })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Takes a destination for a node, or keeps it: whoever has it delivers, and nobody else as long as it says so again. One statement.
 * @returns whether it is this node's
 */
export async function holdAuditExport(db: Db, target: string, holder: string, seconds: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update audit_exports set holder = ${holder}, held_until = ${inSeconds(seconds)}
    where target = ${target} and (holder = ${holder} or held_until is null or held_until < now())`.execute(db)
  return numAffectedRows === 1n
}

/** Gives a destination back, so that another node goes on at once. One statement. */
export async function releaseAuditExport(db: Db, target: string, holder: string): Promise<void> {
  await sql`update audit_exports set held_until = null where target = ${target} and holder = ${holder}`.execute(db)
}

/**
 * What waits for a destination, the oldest first. An event that was not kept for as long as this took has a number alone. One
 * statement.
 */
export async function readWaiting(db: Db, target: string, limit: number): Promise<Waiting> {
  const { rows } = await sql<AuditEvent & { number: string }>`
    select waiting.id as number, ${auditEventColumns}
    from (select id, event_id from audit_export_events where target = ${target} order by id limit ${limit}) waiting
    left join audit_events on audit_events.id = waiting.event_id
    order by waiting.id`.execute(db)
  return {
    numbers: rows.map(({ number }) => number),
    events: rows.filter(({ id }) => id !== null).map(({ number: _, ...event }) => event),
  }
}

/** Forgets what a destination has taken. One statement. */
export async function forgetDelivered(db: Db, target: string, numbers: readonly string[]): Promise<void> {
  await sql`
    with delivered as (delete from audit_export_events where target = ${target} and id = any(${numbers}::bigint[]))
    update audit_exports set delivered_at = now(), failed_at = null, reason = null where target = ${target}`.execute(db)
}

/** Writes down that a destination takes nothing, and why. One statement. */
export async function noteExportFailure(db: Db, target: string, reason: string): Promise<void> {
  await sql`
    update audit_exports set failed_at = coalesce(failed_at, now()), reason = ${reason}
    where target = ${target}`.execute(db)
}

/** How a destination stands. */
export interface AuditExportState {
  readonly target: string
  readonly deliveredAt: Date | null
  readonly failedAt: Date | null
  readonly reason: string | null
  /** How many events wait for it, counted no further than 10000. */
  readonly waiting: number
  /** Since when the oldest of them does. */
  readonly waitingSince: Date | null
}

/** Every destination. One statement. */
export async function listAuditExports(db: Db): Promise<AuditExportState[]> {
  const { rows } = await sql<AuditExportState>`
    select target, delivered_at, failed_at, reason,
      (select count(*)::int from (
        select from audit_export_events waiting where waiting.target = audit_exports.target limit 10000) as counted) as waiting,
      (select created_at from audit_export_events waiting where waiting.target = audit_exports.target
        order by id limit 1) as waiting_since
    from audit_exports order by target`.execute(db)
  return rows
}

/** Forgets a destination, and notes nothing for it any more. One statement. @returns whether there was one */
export async function removeAuditExport(db: Db, target: string): Promise<boolean> {
  const { rows } = await sql`
    with gone as (delete from audit_export_events where target = ${target})
    delete from audit_exports where target = ${target} returning target`.execute(db)
  return rows.length > 0
}
