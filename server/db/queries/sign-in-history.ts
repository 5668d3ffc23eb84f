import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** An attempt to sign in, as the owner of the account sees it. */
export interface SignInEntry {
  readonly id: string
  readonly createdAt: Date
  readonly succeeded: boolean
  readonly reason: string | null
  readonly method: string
  readonly address: string | null
  readonly userAgent: string | null
  readonly clientId: string | null
  /** Of the application that asked for it. */
  readonly name: string | null
  readonly nameZh: string | null
}

/**
 * Attempts to sign in to an account, the latest first. One statement.
 * @param before the attempt behind which to go on; one of somebody else's leads nowhere
 */
export async function listSignInHistory(
  db: Db,
  userId: string,
  limit: number,
  before?: string | undefined,
): Promise<SignInEntry[]> {
  const last = before ?? null
  const { rows } = await sql<SignInEntry>`
    select record.id, record.created_at, record.succeeded, record.reason, record.method,
      host(record.address) as address, record.user_agent, record.client_id, applications.name, applications.name_zh
    from login_records as record left join applications using (client_id)
    where record.user_id = ${userId} and (${last}::uuid is null or (record.created_at, record.id) < (
      select created_at, id from login_records where id = ${last}::uuid and user_id = ${userId}))
    order by record.created_at desc, record.id desc limit ${limit}`.execute(db)
  return rows
}
