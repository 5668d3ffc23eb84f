import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/**
 * Sets the time when an account is erased, so many days from now. One statement.
 * @returns that time; undefined when there is no such user
 */
export async function closeUser(db: Db, id: string, days: number): Promise<Date | undefined> {
  const { rows } = await sql<{ closesAt: Date }>`
    update users set closes_at = now() + make_interval(days => ${days}::int) where id = ${id} returning closes_at`.execute(
    db,
  )
  return rows[0]?.closesAt
}

/** Users whose accounts are due to be erased; no other transaction takes them meanwhile. One statement. */
export async function lockClosedUsers(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from users where closes_at <= now() order by closes_at limit ${limit} for update skip locked`.execute(db)
  return rows.map(({ id }) => id)
}
