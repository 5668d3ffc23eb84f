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

/**
 * Whether the person of the row that is read has signed in from that network before: part of a statement over `users`.
 * The index of known addresses is asked for a range of it.
 */
export function hasSignedInFrom(network: string) {
  return sql<boolean>`exists (
    select from login_records
    where user_id = users.id and succeeded and address <<= ${network}::inet)`
}
