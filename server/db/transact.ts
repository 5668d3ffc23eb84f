import { DatabaseError } from 'pg'
import type { Db } from './schema.ts'

const deadlock = '40P01'
/** How often a transaction is begun. */
const attempts = 3

/**
 * Runs a transaction, and runs it again when PostgreSQL has ended it because it and another waited for each other, as two that
 * exchange their unique names do. What was done is undone by then; whoever came first has gone on.
 */
export async function transact<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== deadlock || attempt === attempts) throw error
    }
  }
}
