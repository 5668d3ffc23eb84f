import { sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db, Row } from '../schema.ts'

const left = sql<number | null>`extract(epoch from expires_at - now())::float8`
const columns = ['token', left.as('left')] as const

/** An access token of a provider's interfaces, encrypted; nothing in it while none has been fetched. */
export interface ProviderToken extends Row<'providerTokens', readonly ['token']> {
  /** Seconds until it is over. */
  readonly left: number | null
}

/** The token kept under that id. One statement. */
export function findProviderToken(db: Db, id: string): Promise<ProviderToken | undefined> {
  return db.selectFrom('providerTokens').select(columns).where('id', '=', id).executeTakeFirst()
}

/** The same, held until the transaction ends, so that one process at a time replaces it. Two statements. */
export async function lockProviderToken(trx: Db, id: string): Promise<ProviderToken> {
  await trx
    .insertInto('providerTokens')
    .values({ id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return trx.selectFrom('providerTokens').select(columns).where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

/** Puts another token in its place. One statement. */
export async function replaceProviderToken(trx: Db, id: string, token: Buffer, seconds: number): Promise<void> {
  await trx
    .updateTable('providerTokens')
    .set({ token, expiresAt: inSeconds(seconds) })
    .where('id', '=', id)
    .execute()
}
