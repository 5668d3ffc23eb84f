import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Db, NewRow } from '../schema.ts'

/** One attempt to sign in. */
export type LoginRecord = Omit<NewRow<'loginRecords'>, 'id' | 'createdAt'>

/** Writes one attempt down. One statement. */
export async function saveLoginRecord(db: Db, record: LoginRecord): Promise<void> {
  await db
    .insertInto('loginRecords')
    .values({ id: newId(), ...record })
    .execute()
}

/** Whether that person has signed in from that address before. One statement. */
export async function hasSignedInFrom(db: Db, userId: string, address: string): Promise<boolean> {
  const row = await db
    .selectFrom('loginRecords')
    .select(sql<number>`1`.as('found'))
    .where('userId', '=', userId)
    .where('address', '=', address)
    .where('succeeded', '=', true)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
