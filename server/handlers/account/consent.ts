import { refuse } from '../../domain/failure.ts'
import { formPolicy } from '../../pages/content-policies.ts'
import { consentPage } from '../../pages/views/consent-page.ts'
import { languageLinks } from '../../pages/views/language.ts'
import type { Handler } from '../types.ts'

/** GET /Account/Consent: asks the signed-in person whether an application may do what it asks for. */
export const showConsentPage: Handler<'showConsentPage'> = async ({ query, request, deps }) => {
  const interaction = await deps.interactions.find(query.ReturnUrl, request.cookies)
  const application = interaction?.application
  const user = interaction?.userId ? await deps.accounts.findActive(interaction.userId) : undefined
  if (!interaction || !application || !user) refuse('interaction_over')
  const { token, cookie } = deps.requestTokens.issue(request.cookies)
  const redirect = interaction.redirectUri ? URL.parse(interaction.redirectUri) : null
  return {
    status: 200,
    headers: { 'Content-Security-Policy': formPolicy(interaction.redirectUri) },
    cookies: [cookie],
    body: consentPage({
      locale: request.locale,
      languageLinks: languageLinks(`/Account/Consent?ReturnUrl=${encodeURIComponent(interaction.returnTo)}`),
      clientName: (request.locale === 'zh' && application.nameZh) || application.name,
      scopes: interaction.scopes,
      account: { displayName: user.displayName ?? undefined, userName: user.userName },
      redirectHost: redirect?.host || undefined,
      returnUrl: interaction.returnTo,
      requestToken: token,
    }),
  }
}

/** POST /Account/Consent: the person's decision; the authorization goes on either way. */
export const submitConsent: Handler<'submitConsent'> = async ({ body, request, deps }) => {
  if (!deps.requestTokens.verify(body.__RequestVerificationToken, request.cookies)) refuse('form_expired')
  const kind = body.decision === 'allow' ? 'allowed' : 'denied'
  const location = await deps.interactions.answer(body.ReturnUrl, request.cookies, { kind })
  if (!location) refuse('interaction_over')
  return { status: 303, headers: { Location: location } }
}
