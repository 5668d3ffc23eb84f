import { DatabaseError } from 'pg'
import type { Db } from './schema.ts'

const deadlock = '40P01'
/** How often it is begun. */
const attempts = 3

/** Runs a transaction, again after a deadlock, see `outOfDeadlock`. */
export const transact = <T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> =>
  outOfDeadlock(() => db.transaction().execute(work))

/**
 * Runs a transaction, or a statement that is one, and runs it again when PostgreSQL has ended it because it and another waited for
 * each other, as two that exchange their unique names do. What was done is undone by then; whoever came first has gone on.
 */
export async function outOfDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== deadlock || attempt === attempts) throw error
    }
  }
}
