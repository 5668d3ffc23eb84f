import { type Kysely, sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Database } from '../schema.ts'

/** One attempt to sign in. */
export interface LoginRecord {
  userId: string | null
  clientId: string | null
  address: string
  userAgent: string | null
  method: string
  succeeded: boolean
  reason: string | null
}

/** Writes one attempt down. One statement. */
export async function saveLoginRecord(db: Kysely<Database>, record: LoginRecord): Promise<void> {
  await db
    .insertInto('login_records')
    .values({
      id: newId(),
      user_id: record.userId,
      client_id: record.clientId,
      address: record.address,
      user_agent: record.userAgent,
      method: record.method,
      succeeded: record.succeeded,
      reason: record.reason,
    })
    .execute()
}

/** Whether that person has signed in from that address before. One statement. */
export async function hasSignedInFrom(db: Kysely<Database>, userId: string, address: string): Promise<boolean> {
  const row = await db
    .selectFrom('login_records')
    .select(sql<number>`1`.as('found'))
    .where('user_id', '=', userId)
    .where('address', '=', address)
    .where('succeeded', '=', true)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
