import { sql } from 'kysely'
import type { Change, Db, NewRow } from '../schema.ts'

/** An enterprise: a company of the tree, with what only the Account API says of it. */
export interface Corp {
  readonly id: string
  readonly name: string
  readonly displayName: string | null
  readonly description: string
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** The enterprise with that GUID. One statement. */
export function findCorp(db: Db, id: string): Promise<Corp | undefined> {
  return db
    .selectFrom('corps')
    .innerJoin('organizations', 'organizations.id', 'corps.id')
    .select([
      'corps.id',
      'organizations.name',
      'corps.displayName',
      'corps.description',
      'corps.createdAt',
      sql<Date>`greatest(corps.updated_at, organizations.updated_at)`.as('updatedAt'),
    ])
    .where('corps.id', '=', id)
    .executeTakeFirst()
}

/**
 * Lets one at a time change enterprises, until the transaction ends: two that exchanged their names or their links would wait
 * for each other. One statement.
 */
export async function lockCorps(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('openaccount.corps'))`.execute(trx)
}

/** Makes an organization an enterprise. One statement. */
export async function insertCorp(db: Db, corp: NewRow<'corps'>): Promise<void> {
  await db.insertInto('corps').values(corp).execute()
}

/** Changes what only the Account API says of an enterprise. One statement. */
export async function updateCorp(db: Db, id: string, change: Change<'corps'>): Promise<void> {
  await db.updateTable('corps').set(change).where('id', '=', id).execute()
}
