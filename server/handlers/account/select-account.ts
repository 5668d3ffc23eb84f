import { refuse } from '../../domain/failure.ts'
import { openFormPolicy } from '../../pages/content-policies.ts'
import { languageLinks } from '../../pages/language.ts'
import { selectPage } from '../../pages/views/select-page.ts'
import type { Handler, Reply } from '../types.ts'
import { stillAsked } from './consent.ts'
import { nameIn, overPage } from './over.ts'

/** GET /Account/Select: asks the signed-in person which account to go on with (`prompt=select_account`). */
export const showAccountChoice: Handler<'showAccountChoice'> = async (context): Promise<Reply<'showAccountChoice'>> => {
  const { query, request, deps } = context
  const interaction = await stillAsked(context, query.ReturnUrl)
  const user = interaction?.userId ? await deps.accounts.findActive(interaction.userId) : undefined
  if (!interaction || !user) return overPage(context, request.url)
  const { token, cookie } = deps.requestTokens.issue(request.cookies)
  const { application } = interaction
  return {
    status: 200,
    headers: { 'Content-Security-Policy': openFormPolicy },
    cookies: [cookie],
    body: selectPage({
      locale: request.locale,
      languageLinks: languageLinks(`/Account/Select?ReturnUrl=${encodeURIComponent(interaction.returnTo)}`),
      clientName: application && nameIn(request.locale, application),
      account: { displayName: user.displayName ?? undefined, userName: user.userName },
      returnUrl: interaction.returnTo,
      requestToken: token,
    }),
  }
}

/** POST /Account/Select: goes on with that account, or to the sign-in page for another one. */
export const submitAccountChoice: Handler<'submitAccountChoice'> = async (
  context,
): Promise<Reply<'submitAccountChoice'>> => {
  const { body, request, deps } = context
  const fault = deps.requestTokens.fault(body.__RequestVerificationToken, request.cookies)
  if (fault) refuse(fault)
  const interaction = await stillAsked(context, body.ReturnUrl)
  if (interaction && body.choice === 'other') {
    return {
      status: 303,
      headers: { Location: `/Account/Login?${new URLSearchParams({ ReturnUrl: interaction.returnTo })}` },
    }
  }
  const location = await interaction?.answer?.({ kind: 'continued' })
  return location ? { status: 303, headers: { Location: location } } : overPage(context)
}
