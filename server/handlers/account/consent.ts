import { refuse } from '../../domain/failure.ts'
import { openFormPolicy } from '../../pages/content-policies.ts'
import { languageLinks } from '../../pages/language.ts'
import { consentPage } from '../../pages/views/consent-page.ts'
import type { PendingInteraction } from '../../sign-on/interactions.ts'
import type { Context, Handler, Reply } from '../types.ts'
import { clientShown, nameIn, overPage } from './over.ts'

/** GET /Account/Consent: asks the signed-in person whether an application may do what it asks for. */
export const showConsentPage: Handler<'showConsentPage'> = async (context): Promise<Reply<'showConsentPage'>> => {
  const { query, request, deps } = context
  const interaction = await stillAsked(context, query.ReturnUrl)
  const application = interaction?.application
  const user = interaction?.userId ? await deps.accounts.findActive(interaction.userId) : undefined
  if (!interaction || !application || !user) return overPage(context, request.url)
  const { token, cookie } = deps.requestTokens.issue(request.cookies)
  const redirect = interaction.redirectUri ? URL.parse(interaction.redirectUri) : null
  return {
    status: 200,
    headers: { 'Content-Security-Policy': openFormPolicy },
    cookies: [cookie],
    body: consentPage({
      locale: request.locale,
      languageLinks: languageLinks(`/Account/Consent?ReturnUrl=${encodeURIComponent(interaction.returnTo)}`),
      clientName: nameIn(request.locale, application),
      clientLogo: clientShown(request.locale, application).clientLogo,
      scopes: interaction.scopes,
      account: { displayName: user.displayName ?? undefined, userName: user.userName },
      redirectHost: redirect?.host || undefined,
      returnUrl: interaction.returnTo,
      requestToken: token,
    }),
  }
}

/** POST /Account/Consent: the person's decision; the authorization goes on either way. */
export const submitConsent: Handler<'submitConsent'> = async (context): Promise<Reply<'submitConsent'>> => {
  const { body, request, deps } = context
  const fault = deps.requestTokens.fault(body.__RequestVerificationToken, request.cookies)
  if (fault) refuse(fault)
  const kind = body.decision === 'allow' ? 'allowed' : 'denied'
  const interaction = await stillAsked(context, body.ReturnUrl)
  const location = await interaction?.answer?.({ kind })
  return location ? { status: 303, headers: { Location: location } } : overPage(context)
}

/** The question to whoever is signed in now; undefined when it is over, or was put to somebody else. */
export async function stillAsked(
  { request, deps }: Pick<Context<'showConsentPage'>, 'request' | 'deps'>,
  returnUrl: string | undefined,
): Promise<PendingInteraction | undefined> {
  const interaction = await deps.interactions.find(returnUrl, request.cookies)
  if (!interaction?.userId) return undefined
  return (await deps.browserSessions.userId(request.cookies)) === interaction.userId ? interaction : undefined
}
