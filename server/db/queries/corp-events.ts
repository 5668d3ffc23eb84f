import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** An event that a provider sent, encrypted. */
export interface StoredEvent {
  readonly id: string
  readonly content: Buffer
}

/** Keeps an event; one with the same content is kept once. One statement. @returns whether it is new */
export async function insertCorpEvent(
  db: Db,
  event: { readonly corpId: string; readonly contentHash: Buffer; readonly content: Buffer },
): Promise<boolean> {
  const result = await db
    .insertInto('corpEvents')
    .values(event)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The events of an enterprise that wait, in the order in which they came. One statement. */
export function listWaitingEvents(db: Db, corpId: string, limit: number): Promise<StoredEvent[]> {
  return db
    .selectFrom('corpEvents')
    .select(['id', 'content'])
    .where('corpId', '=', corpId)
    .where('appliedAt', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** The events of an enterprise that came since, whether or not they were applied, in their order. One statement. */
export function listEventsSince(
  db: Db,
  corpId: string,
  since: Date,
  limit: number,
): Promise<(StoredEvent & { readonly appliedAt: Date | null })[]> {
  return db
    .selectFrom('corpEvents')
    .select(['id', 'content', 'appliedAt'])
    .where('corpId', '=', corpId)
    .where('receivedAt', '>=', since)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Notes that these events are applied. One statement. */
export async function markEventsApplied(db: Db, ids: readonly string[]): Promise<void> {
  await sql`update corp_events set applied_at = now() where id = any(${ids}::bigint[])`.execute(db)
}

/** Deletes the events of an enterprise, whether or not they were applied. One statement. */
export async function deleteCorpEvents(trx: Db, corpId: string): Promise<void> {
  await trx.deleteFrom('corpEvents').where('corpId', '=', corpId).execute()
}
