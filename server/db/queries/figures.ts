import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Counting ends here: whoever has more waiting needs no exact figure. */
const most = 10_000

/** What waits in the installation as a whole, whichever node will do it. */
export interface Figures {
  readonly eventsWaiting: number
  readonly eventsDead: number
  readonly auditWaiting: number
  readonly queues: readonly { readonly name: string; readonly waiting: number; readonly failed: number }[]
}

/** The figures of now; those of queues are at most a minute old, as pg-boss counts them. One statement. */
export async function readFigures(db: Db): Promise<Figures> {
  const { rows } = await sql<Figures>`select
    (select count(*)::int from (
      select from event_deliveries where state in ('waiting', 'sending') limit ${most}) as waiting) as events_waiting,
    (select count(*)::int from (select from event_deliveries where state = 'dead' limit ${most}) as dead) as events_dead,
    (select count(*)::int from (select from audit_export_events limit ${most}) as waiting) as audit_waiting,
    (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'waiting', ready_count, 'failed', failed_count)), '[]')
      from pgboss.queue) as queues`.execute(db)
  return rows[0] ?? { eventsWaiting: 0, eventsDead: 0, auditWaiting: 0, queues: [] }
}
