import { sql } from 'kysely'
import type { Db, DeliveryState, Row } from '../schema.ts'

const columns = [
  'id',
  'clientId',
  'subjectType',
  'subjectId',
  'kind',
  'state',
  'attempts',
  'code',
  'message',
  'createdAt',
  'attemptedAt',
  'dueAt',
  'finishedAt',
] as const

/** An event for an application and what came of it, without what it says. */
export type DeliveryRecord = Row<'eventDeliveries', typeof columns>

/** Which events are meant; what is left out does not matter. */
export interface DeliveryFilter {
  readonly clientId?: string | undefined
  readonly state?: DeliveryState | undefined
}

/** The latest events. One statement. */
export function listDeliveries(db: Db, { clientId, state }: DeliveryFilter, limit: number): Promise<DeliveryRecord[]> {
  return db
    .selectFrom('eventDeliveries')
    .select(columns)
    .$if(clientId !== undefined, (query) => query.where('clientId', '=', clientId ?? ''))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'dead'))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Dead letters of an application: one, or all of them. */
export interface DeadLetters {
  readonly clientId: string
  readonly id?: string | undefined
}

/** Lets dead letters be sent again. One statement. @returns how many there were */
export async function reviveDeadLetters(trx: Db, { clientId, id = undefined }: DeadLetters): Promise<number> {
  const { numAffectedRows } = await sql`
    update event_deliveries set state = 'waiting', due_at = now()
    where client_id = ${clientId} and state = 'dead' and (${id ?? null}::bigint is null or id = ${id ?? null}::bigint)`.execute(
    trx,
  )
  return Number(numAffectedRows ?? 0n)
}

/** Gives dead letters up. One statement. @returns how many there were */
export async function dropDeadLetters(trx: Db, { clientId, id }: DeadLetters): Promise<number> {
  const { numAffectedRows } = await sql`
    update event_deliveries set state = 'dropped', content = null, finished_at = now()
    where client_id = ${clientId} and state = 'dead' and (${id ?? null}::bigint is null or id = ${id ?? null}::bigint)`.execute(
    trx,
  )
  return Number(numAffectedRows ?? 0n)
}

/** Has all that waits looked at, once the transaction is over: on every node. Two statements. */
export async function callWaitingEvents(trx: Db, clientId: string): Promise<void> {
  await sql`update event_deliveries set due_at = now() where client_id = ${clientId} and state = 'waiting'`.execute(trx)
  await sql`select pg_notify('events_waiting', '')`.execute(trx)
}
