import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { type User, userColumnList } from './users.ts'

/**
 * Removes users with everything that belongs to them, in the order of their ids, so that lists that cross each other do not wait
 * for each other. The list is one parameter. One statement.
 * @returns the users as they were; who does not exist is missing
 */
export async function deleteUsers(db: Db, ids: readonly string[]): Promise<User[]> {
  const { rows } = await sql<User>`
    with gone as materialized (select id from users where id = any(${ids}) order by id for update)
    delete from users using gone where users.id = gone.id returning ${userColumnList}`.execute(db)
  return rows
}

/**
 * Takes out of the audit where these users were when they did something, or somebody unknown, who may have been them, did
 * something to their accounts. That it was done, and to which GUID, stays. One statement.
 */
export async function forgetAddresses(db: Db, userIds: readonly string[]): Promise<void> {
  await sql`
    update audit_events set address = null
    where id in (
      select id from audit_events where actor_id = any(${userIds}::uuid[]) and address is not null
      union
      select id from audit_events
      where subject_type = 'user' and subject_id = any(${userIds}) and address is not null
        and actor_id is null and actor_client_id is null
    )`.execute(db)
}
