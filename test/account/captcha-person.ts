import { expect } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import type { Installation } from '../support/installation.ts'
import { plain } from '../support/markup.ts'
import { type Page, Person } from '../support/person.ts'

/** Whether a page asks for a captcha, and for which kind. */
export function askedBy({ body }: Pick<Page, 'body'>): 'slider' | 'wait' | undefined {
  if (body.includes('name="captchaPosition"')) return 'slider'
  return body.includes('data-wait-seconds=') ? 'wait' : undefined
}

/** The captcha of a page. */
export const captchaIn = ({ body }: Page): string => plain(/name="captcha" value="([^"]*)"/.exec(body)?.[1] ?? '')

/** Why a page asks. */
export function whyAsked({ body }: Page): string | undefined {
  const text = /id="captcha-error" role="alert">([^<]*)</.exec(body)?.[1]
  return text === undefined ? undefined : plain(text)
}

/** What somebody who sees the picture fills in: demo mode tells where the piece belongs. */
export async function solved({ issuer }: Installation, page: Page, beside = 0) {
  const captcha = captchaIn(page)
  const told = await contractFetch(`${issuer}/dev/captcha?token=${captcha}`)
  const { x } = (await told.json()) as { x: number }
  return { captcha, captchaPosition: String(x + beside) }
}

/** So many that a test reaches none but the suspicion on the way. */
export const few = { attempts: 6, seconds: 600 }

/** Limits by which the third wrong password makes a browser suspicious. */
export const signInLimits = { accountAndAddress: { ...few, suspicious: 3 } }

/** Half a minute goes by for who waits. */
export const letPass = ({ database }: Installation) =>
  database.pool.query("update captcha_waits set usable_from = usable_from - interval '31 seconds'")

/** A browser that has given three wrong passwords for a name, and the page it has got. */
export async function suspicious(
  { issuer }: Installation,
  username: string,
  person = new Person(issuer),
): Promise<{ person: Person; page: Page }> {
  let page = await person.visit('/Account/Login')
  for (let time = 0; time < 3; time += 1) {
    expect(askedBy(page)).toBe(undefined)
    page = await person.signIn(page, username, 'wrong')
  }
  return { person, page }
}

/** How often a password of that name was looked at. */
export async function attemptsOf({ database }: Installation, id: string): Promise<number> {
  const { rows } = await database.pool.query(
    'select coalesce(sum(attempts), 0)::int as attempts from login_records where user_id = $1',
    [id],
  )
  return rows[0].attempts
}
