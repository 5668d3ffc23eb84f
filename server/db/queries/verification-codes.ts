import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { inSeconds } from '../moments.ts'
import type { Db } from '../schema.ts'

/** A code as it is kept. */
export interface KeptCode {
  readonly purpose: string
  readonly targetHash: Buffer
  readonly userId: string | undefined
  readonly codeHash: Buffer
}

/** Keeps a code in place of the one that its owner had for that purpose. One statement. */
export async function saveCode(db: Db, { userId, ...code }: KeptCode, seconds: number): Promise<void> {
  const row = {
    ...code,
    attempts: 0,
    createdAt: sql<Date>`now()`,
    expiresAt: inSeconds(seconds),
  }
  await db
    .insertInto('verificationCodes')
    .values({ ...row, id: newId(), userId: userId ?? null })
    .onConflict((conflict) =>
      userId === undefined
        ? conflict.columns(['targetHash', 'purpose']).where('userId', 'is', null).doUpdateSet(row)
        : conflict.columns(['userId', 'purpose']).where('userId', 'is not', null).doUpdateSet(row),
    )
    .execute()
}

/** What somebody says they were sent. */
export interface ClaimedCode {
  readonly purpose: string
  readonly targetHash: Buffer
  readonly codeHash: Buffer
  /** Whose it has to be; anybody's when undefined. */
  readonly userId: string | undefined
}

/**
 * Uses up codes if all of them are right, else none, and counts an attempt at each that is wrong. The rows are locked, so that of
 * any number at once one succeeds and no more are wrong than there may be. One statement.
 * @returns whose each was, null for nobody's; undefined when one was wrong, over, or none
 */
export async function takeCodes(
  db: Db,
  claims: readonly ClaimedCode[],
  mostAttempts: number,
): Promise<(string | null)[] | undefined> {
  const { rows } = await sql<{ place: number; userId: string | null }>`
    with claimed as (
      select * from unnest(
        ${claims.map(({ purpose }) => purpose)}::text[],
        ${claims.map(({ targetHash }) => targetHash)}::bytea[],
        ${claims.map(({ codeHash }) => codeHash)}::bytea[],
        ${claims.map(({ userId }) => userId ?? null)}::uuid[]
      ) with ordinality as claimed (purpose, target_hash, code_hash, user_id, place)
    ), open_codes as (
      select kept.id, kept.user_id, claimed.place::int as place, kept.code_hash = claimed.code_hash as correct
      from verification_codes kept
      join claimed on kept.target_hash = claimed.target_hash and kept.purpose = claimed.purpose
        and (claimed.user_id is null or kept.user_id = claimed.user_id)
      where kept.expires_at > now() and kept.attempts < ${mostAttempts}::int
      order by kept.id
      for update of kept
    ), used as (
      delete from verification_codes kept using open_codes
      where kept.id = open_codes.id and open_codes.correct
        and (select count(distinct place) from open_codes where correct) = ${claims.length}::int
      returning open_codes.place, open_codes.user_id
    ), wrong as (
      update verification_codes kept set attempts = kept.attempts + 1
      from open_codes where kept.id = open_codes.id and not open_codes.correct
    )
    select place, user_id from used order by place`.execute(db)
  return rows.length === 0 ? undefined : rows.map(({ userId }) => userId)
}

/** Ends every open code of these users, and what waits for a step of their sign-in; the list is one parameter. One statement. */
export async function revokeCodes(db: Db, userIds: readonly string[]): Promise<void> {
  await sql`
    with waiting as (delete from sign_in_states where user_id = any(${userIds}::uuid[]))
    delete from verification_codes where user_id = any(${userIds}::uuid[])`.execute(db)
}
