import type { Cookie } from '../../contract/types.ts'
import type { PendingInteraction } from '../../sign-on/interactions.ts'
import type { Context } from '../types.ts'
import { pageAfterSignIn } from './own-page.ts'

type Asked = Pick<Context<'showLoginPage'>, 'request' | 'deps'>

/**
 * Where a person goes after the sign-in: back into the authorization, else to a page of ours.
 * @param amr how they proved who they are (RFC 8176)
 */
export async function goOn(
  { request, deps }: Asked,
  interaction: PendingInteraction | undefined,
  userId: string,
  remember: boolean,
  returnUrl: string | undefined,
  amr: readonly string[] = ['pwd'],
): Promise<{ location: string; cookies: Cookie[] }> {
  if (interaction) {
    const location = await interaction.answer?.({ kind: 'signed-in', userId, remember, amr })
    if (location) return { location, cookies: [] }
  }
  const waits = interaction?.answer !== undefined
  return {
    location: interaction && !waits ? interaction.returnTo : pageAfterSignIn(returnUrl),
    cookies: await deps.browserSessions.begin(request, userId, remember, amr),
  }
}
