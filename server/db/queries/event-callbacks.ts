import { sql } from 'kysely'
import type { Change, Db, NewRow, Row } from '../schema.ts'

const columns = [
  'clientId',
  'address',
  'token',
  'encryptionKey',
  'signatureKey',
  'pausedAt',
  'createdAt',
  'updatedAt',
] as const

/** Where an application is told of changes, with its secrets encrypted. */
export type StoredCallback = Row<'eventCallbacks', typeof columns>

/** The callback of an application. One statement. */
export function findEventCallback(db: Db, clientId: string): Promise<StoredCallback | undefined> {
  return db.selectFrom('eventCallbacks').select(columns).where('clientId', '=', clientId).executeTakeFirst()
}

/** The callback of an application that is enabled, unless it is paused. One statement. */
export function findActiveCallback(db: Db, clientId: string): Promise<StoredCallback | undefined> {
  return db
    .selectFrom('eventCallbacks')
    .innerJoin('applications', 'applications.clientId', 'eventCallbacks.clientId')
    .select(columns.map((column) => `eventCallbacks.${column}` as const))
    .where('eventCallbacks.clientId', '=', clientId)
    .where('pausedAt', 'is', null)
    .where('applications.enabled', '=', true)
    .executeTakeFirst()
}

/** The applications that may be sent an event now. One statement. */
export async function listDueApplications(db: Db): Promise<string[]> {
  const { rows } = await sql<{ clientId: string }>`
    select client_id from event_callbacks join applications using (client_id)
    where paused_at is null and enabled and exists (
      select from event_deliveries due
      where due.client_id = event_callbacks.client_id and state in ('waiting', 'sending') and due_at <= now()
    )`.execute(db)
  return rows.map(({ clientId }) => clientId)
}

/** Sets the callback of an application. One statement. */
export function saveEventCallback(trx: Db, callback: NewRow<'eventCallbacks'>): Promise<StoredCallback> {
  const { clientId: _, ...change } = callback
  return trx
    .insertInto('eventCallbacks')
    .values(callback)
    .onConflict((conflict) => conflict.column('clientId').doUpdateSet(change))
    .returning(columns)
    .executeTakeFirstOrThrow()
}

/** Changes the callback of an application, if there is one. One statement. */
export function updateEventCallback(
  trx: Db,
  clientId: string,
  change: Change<'eventCallbacks'>,
): Promise<StoredCallback | undefined> {
  return trx
    .updateTable('eventCallbacks')
    .set(change)
    .where('clientId', '=', clientId)
    .returning(columns)
    .executeTakeFirst()
}

/** Removes the callback of an application with its events and what it calls the objects. One statement. */
export async function deleteEventCallback(trx: Db, clientId: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('eventCallbacks').where('clientId', '=', clientId).executeTakeFirst()
  return numDeletedRows > 0n
}
