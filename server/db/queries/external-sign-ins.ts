import { sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db, NewRow, Row } from '../schema.ts'

const columns = ['provider', 'userId', 'returnUrl', 'identity'] as const

/** A sign-in at a provider that is under way. */
export type ExternalSignInRow = Row<'externalSignIns', typeof columns>

/** Begins one, for so many seconds. One statement. */
export async function insertExternalSignIn(
  db: Db,
  signIn: Omit<NewRow<'externalSignIns'>, 'expiresAt'>,
  seconds: number,
): Promise<void> {
  await db
    .insertInto('externalSignIns')
    .values({ ...signIn, expiresAt: inSeconds(seconds) })
    .execute()
}

/** One that has not expired. One statement. */
export function findExternalSignIn(db: Db, idHash: Buffer): Promise<ExternalSignInRow | undefined> {
  return db
    .selectFrom('externalSignIns')
    .select(columns)
    .where('idHash', '=', idHash)
    .where('expiresAt', '>', sql<Date>`now()`)
    .executeTakeFirst()
}

/** Uses one up: of any number at once, one gets it. One statement. */
export function takeExternalSignIn(db: Db, idHash: Buffer): Promise<ExternalSignInRow | undefined> {
  return db
    .deleteFrom('externalSignIns')
    .where('idHash', '=', idHash)
    .where('expiresAt', '>', sql<Date>`now()`)
    .returning(columns)
    .executeTakeFirst()
}
