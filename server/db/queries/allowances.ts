import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import { deletionOf } from './engine-state.ts'

/** What a person has allowed one application of somebody else. */
export interface Allowance {
  readonly clientId: string
  readonly name: string
  readonly nameZh: string | null
  /** Separated by blanks, one list after the other: who agreed in several browsers has agreed several times. */
  readonly scope: string | null
  /** How many applications there are in all. */
  readonly total: number
}

/**
 * The applications that a person has allowed to use the account, by name; those of the platform itself are none, because
 * nobody was asked about them. One statement.
 */
export function listAllowances(db: Db, userId: string, limit: number): Promise<Allowance[]> {
  return db
    .selectFrom('engineState')
    .innerJoin('applications', 'applications.clientId', 'engineState.clientId')
    .select(['applications.clientId', 'applications.name', 'applications.nameZh'])
    .select(sql<string | null>`string_agg(payload->'openid'->>'scope', ' ')`.as('scope'))
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .where('engineState.model', '=', 'Grant')
    .where('engineState.userId', '=', userId)
    .where('engineState.expiresAt', '>', sql<Date>`now()`)
    .where('applications.firstParty', '=', false)
    .groupBy(['applications.clientId', 'applications.name', 'applications.nameZh'])
    .orderBy('applications.name')
    .orderBy('applications.clientId')
    .limit(limit)
    .execute()
}

/**
 * Ends everything that a person has agreed to for one application, and what came of it. One statement.
 * @returns whether there was anything
 */
export async function deleteAllowance(db: Db, userId: string, clientId: string): Promise<boolean> {
  const grants = sql`
    select id_hash as hash from engine_state where model = 'Grant' and user_id = ${userId} and client_id = ${clientId}`
  const { numAffectedRows = 0n } = await deletionOf(
    sql`join (${grants}) as grants on grant_hash = hash or (model = 'Grant' and id_hash = hash)`,
  ).execute(db)
  return numAffectedRows > 0n
}
