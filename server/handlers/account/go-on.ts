import type { Cookie } from '../../contract/types.ts'
import type { BrowserStand, BrowserVisitor } from '../../domain/browser-sign-in/browser-sign-in.ts'
import type { PendingInteraction } from '../../sign-on/interactions.ts'
import type { Context } from '../types.ts'
import { ownPage, pageAfterSignIn } from './own-page.ts'

type Asked = Pick<Context<'showLoginPage'>, 'request' | 'deps'>

/** Where the steps of a sign-in are shown. */
const pages = { MFA_AUTH: 'SecondFactor', PASSWORD_WARN: 'NewPassword', PASSWORD_EXPIRED: 'NewPassword' } as const

/** What a sign-in goes on with in the end, if it is anything that may be followed. */
export const goesOnWith = (interaction: PendingInteraction | undefined, returnUrl: string | undefined): string =>
  interaction?.returnTo ?? ownPage(returnUrl) ?? ''

/** Who signs in: in this browser, and for what it was asked for here. */
export function browserVisitor(
  { request, deps }: Asked,
  interaction: PendingInteraction | undefined,
  returnUrl: string | undefined,
): BrowserVisitor {
  const place = JSON.stringify(['sign-in', goesOnWith(interaction, returnUrl)])
  return {
    clientId: interaction?.application?.clientId ?? null,
    // Nobody else can make it: it belongs to the cookie of this browser.
    fingerprint: deps.requestTokens.issue(request.cookies, place).token,
    address: request.ip,
    requestId: request.id,
    userAgent: request.userAgent,
  }
}

/** Where a person goes from where their sign-in stands: to a step, back into the authorization, else to a page of ours. */
export async function goOn(
  { request, deps }: Asked,
  interaction: PendingInteraction | undefined,
  stand: BrowserStand,
  returnUrl: string | undefined,
): Promise<{ location: string; cookies: Cookie[] }> {
  const ReturnUrl = goesOnWith(interaction, returnUrl)
  if (stand.kind === 'step') {
    const query = new URLSearchParams({ ticket: stand.token, ReturnUrl })
    return { location: `/Account/${pages[stand.step]}?${query}`, cookies: [] }
  }
  if (stand.kind === 'denied') return { location: deniedAt(stand.reason, ReturnUrl), cookies: [] }
  const { userId, remember, amr, passwordMark } = stand
  if (interaction) {
    const location = await interaction.answer?.({ kind: 'signed-in', userId, remember, amr, passwordMark })
    if (location) return { location, cookies: [] }
  }
  const waits = interaction?.answer !== undefined
  return {
    location: interaction && !waits ? interaction.returnTo : pageAfterSignIn(returnUrl),
    cookies: await deps.browserSessions.begin(request, { userId, remember, amr, passwordMark }),
  }
}

/** The page that says why somebody may not enter. */
export const deniedAt = (reason: 'not_admitted' | 'no_phone', ReturnUrl: string): string =>
  `/Account/Denied?${new URLSearchParams({ reason, ReturnUrl })}`
