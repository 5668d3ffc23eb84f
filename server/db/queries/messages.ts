import { sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db } from '../schema.ts'

/** Keeps a message until it is sent. One statement. */
export async function insertMessage(
  db: Db,
  { id, sealed, seconds }: { id: string; sealed: Buffer; seconds: number },
): Promise<void> {
  await db
    .insertInto('messages')
    .values({ id, sealed, expiresAt: inSeconds(seconds) })
    .execute()
}

/** A message that is still wanted, or not any more; undefined when it has gone. One statement. */
export function findMessage(db: Db, id: string) {
  return db
    .selectFrom('messages')
    .select(['sealed', sql<boolean>`expires_at <= now()`.as('expired')])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Forgets a message. One statement. */
export async function deleteMessage(db: Db, id: string): Promise<void> {
  await db.deleteFrom('messages').where('id', '=', id).execute()
}

/** The newest messages, the newest first. One statement. */
export function listMessages(db: Db, most: number) {
  return db
    .selectFrom('messages')
    .select(['sealed', 'createdAt'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

/** Forgets all but the newest messages. One statement. */
export async function trimMessages(db: Db, most: number): Promise<void> {
  const kept = db.selectFrom('messages').select('id').orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(10_000)
  await db.deleteFrom('messages').where('id', 'in', kept.offset(most)).execute()
}
