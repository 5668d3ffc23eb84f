import { sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db, NewRow, Row } from '../schema.ts'

const columns = ['content', 'position', 'done'] as const

/** A sign-out that leads a browser through applications. */
export type SamlSignOutRow = Row<'samlSignOuts', typeof columns>

/** Begins one, for so many seconds. One statement. */
export async function insertSamlSignOut(
  db: Db,
  signOut: Omit<NewRow<'samlSignOuts'>, 'expiresAt'>,
  seconds: number,
): Promise<void> {
  await db
    .insertInto('samlSignOuts')
    .values({ ...signOut, expiresAt: inSeconds(seconds) })
    .execute()
}

/** One of this browser that has not expired. One statement. */
export function findSamlSignOut(
  db: Db,
  referenceHash: Buffer,
  browserHash: Buffer,
): Promise<SamlSignOutRow | undefined> {
  return db
    .selectFrom('samlSignOuts')
    .select(columns)
    .where('referenceHash', '=', referenceHash)
    .where('browserHash', '=', browserHash)
    .where('expiresAt', '>', sql<Date>`now()`)
    .executeTakeFirst()
}

/**
 * Takes the answer of the application at this position: of any number at once, one. One statement.
 * @param done whether the application has said that it is done
 * @returns how many are done with this one; undefined when an answer was taken already
 */
export async function advanceSamlSignOut(
  db: Db,
  referenceHash: Buffer,
  position: number,
  done: boolean,
): Promise<number | undefined> {
  const row = await db
    .updateTable('samlSignOuts')
    .set((eb) => ({ position: position + 1, done: eb('done', '+', done ? 1 : 0) }))
    .where('referenceHash', '=', referenceHash)
    .where('position', '=', position)
    .returning('done')
    .executeTakeFirst()
  return row?.done
}
