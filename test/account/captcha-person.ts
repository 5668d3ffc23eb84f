import { contractFetch } from '../support/contract-fetch.ts'
import type { Installation } from '../support/installation.ts'
import { plain } from '../support/markup.ts'
import type { Page } from '../support/person.ts'

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
