import { sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db, NewRow } from '../schema.ts'

/** By whom a captcha is used: a token of another application or device is none. */
export interface CaptchaHolder {
  readonly tokenHash: Buffer
  readonly clientId: string
  readonly deviceHash: Buffer
}

/** Keeps a captcha that is about to be shown, for so many seconds. One statement. */
export async function insertCaptcha(
  db: Db,
  captcha: Omit<NewRow<'captchas'>, 'expiresAt'>,
  seconds: number,
): Promise<void> {
  await db
    .insertInto('captchas')
    .values({ ...captcha, expiresAt: inSeconds(seconds) })
    .execute()
}

/** What came of a check. */
export interface CaptchaCheck {
  readonly fresh: boolean
  readonly right: boolean
}

/** Where somebody has put the piece. */
export interface CaptchaGuess extends CaptchaHolder {
  readonly x: number
  /** In pixels, to either side. */
  readonly tolerance: number
}

/** The same, and what they get for it if it belongs there. */
export interface CaptchaTrial extends CaptchaGuess {
  readonly passHash: Buffer
  readonly recipientHash: Buffer
  readonly passSeconds: number
}

/**
 * Uses up a captcha, whatever comes of it: of any number of checks at once one finds it. When the piece is where it belongs, the
 * pass takes its place. One statement.
 * @returns undefined when there is none
 */
export async function checkCaptcha(db: Db, trial: CaptchaTrial): Promise<CaptchaCheck | undefined> {
  const { tokenHash, clientId, deviceHash, x, tolerance, passHash, recipientHash, passSeconds } = trial
  const { rows } = await sql<CaptchaCheck>`
    with checked as (
      delete from captchas
      where token_hash = ${tokenHash} and client_id = ${clientId} and device_hash = ${deviceHash} and answer is not null
      returning expires_at > now() as fresh, abs(answer - ${x}::float8) <= ${tolerance}::float8 as is_right
    ), passed as (
      insert into captchas (token_hash, client_id, device_hash, recipient_hash, expires_at)
      select ${passHash}, ${clientId}, ${deviceHash}, ${recipientHash}, ${inSeconds(passSeconds)}
      from checked where fresh and is_right
    )
    select fresh, is_right as "right" from checked`.execute(db)
  return rows[0]
}

/** The same for who gets nothing for it: whatever comes of it is known at once. One statement. @returns undefined when there is none */
export async function endCaptcha(db: Db, guess: CaptchaGuess): Promise<CaptchaCheck | undefined> {
  const { tokenHash, clientId, deviceHash, x, tolerance } = guess
  const { rows } = await sql<CaptchaCheck>`
    delete from captchas
    where token_hash = ${tokenHash} and client_id = ${clientId} and device_hash = ${deviceHash} and answer is not null
    returning expires_at > now() as fresh, abs(answer - ${x}::float8) <= ${tolerance}::float8 as "right"`.execute(db)
  return rows[0]
}

/**
 * Uses up what a passed captcha has given. One statement.
 * @returns whether it is still good; undefined when there is none for that recipient
 */
export async function takeCaptchaPass(
  db: Db,
  { tokenHash, clientId, deviceHash, recipientHash }: CaptchaHolder & { readonly recipientHash: Buffer },
): Promise<boolean | undefined> {
  const row = await db
    .deleteFrom('captchas')
    .where('tokenHash', '=', tokenHash)
    .where('clientId', '=', clientId)
    .where('deviceHash', '=', deviceHash)
    .where('recipientHash', '=', recipientHash)
    .returning(sql<boolean>`expires_at > now()`.as('fresh'))
    .executeTakeFirst()
  return row?.fresh
}

/** Where the piece of a captcha belongs. One statement. */
export async function findCaptchaAnswer(db: Db, tokenHash: Buffer): Promise<number | undefined> {
  const row = await db.selectFrom('captchas').select('answer').where('tokenHash', '=', tokenHash).executeTakeFirst()
  return row?.answer ?? undefined
}
