import { sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db, NewRow } from '../schema.ts'

/** Keeps a wait that begins: for how many seconds, and how many it is good for after them. One statement. */
export async function insertCaptchaWait(
  db: Db,
  holder: Omit<NewRow<'captchaWaits'>, 'usableFrom' | 'expiresAt'>,
  { seconds, usableSeconds }: { readonly seconds: number; readonly usableSeconds: number },
): Promise<void> {
  await db
    .insertInto('captchaWaits')
    .values({ ...holder, usableFrom: inSeconds(seconds), expiresAt: inSeconds(seconds + usableSeconds) })
    .execute()
}

/** How a wait stands. */
export interface CaptchaWait {
  readonly fresh: boolean
  /** Seconds that are left of it; it is used up once there are none. */
  readonly left: number
}

/** Uses up a wait that is over; of any number of uses at once one finds it. One statement. @returns undefined when there is none */
export async function takeCaptchaWait(
  db: Db,
  { tokenHash, holderHash }: { readonly tokenHash: Buffer; readonly holderHash: Buffer },
): Promise<CaptchaWait | undefined> {
  const { rows } = await sql<CaptchaWait>`
    with taken as (
      delete from captcha_waits
      where token_hash = ${tokenHash} and holder_hash = ${holderHash} and usable_from <= now()
      returning expires_at > now() as fresh
    )
    select fresh, 0 as "left" from taken
    union all
    select true, ceil(extract(epoch from usable_from - now()))::int from captcha_waits
    where token_hash = ${tokenHash} and holder_hash = ${holderHash} and usable_from > now()`.execute(db)
  return rows[0]
}
