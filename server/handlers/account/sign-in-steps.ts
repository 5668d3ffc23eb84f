import { languageLinks } from '../../pages/language.ts'
import { deniedPage } from '../../pages/views/denied-page.ts'
import { passwordStepPage } from '../../pages/views/password-step-page.ts'
import { secondFactorPage } from '../../pages/views/second-factor-page.ts'
import { wayBack } from '../../sign-on/way-back.ts'
import type { Handler, Reply } from '../types.ts'
import { goesOnWith } from './go-on.ts'
import { clientShown } from './over.ts'
import { stepForm, stepPage, stepUp } from './step-form.ts'

/** GET /Account/SecondFactor. Without a ticket, an application asks for it of somebody who is signed in already. */
export const showSecondFactor: Handler<'showSecondFactor'> = async (context): Promise<Reply<'showSecondFactor'>> =>
  (await stepUp(context)) ??
  stepPage(context, ['MFA_AUTH'], (model, { user }) =>
    secondFactorPage({ ...model, phone: user.phone ?? '', sent: false }),
  )

/** POST /Account/SecondFactor: sends a code to the person's own number, or takes it and goes on. */
export const submitSecondFactor: Handler<'submitSecondFactor'> = async (
  context,
): Promise<Reply<'submitSecondFactor'>> => {
  const { body, request, deps } = context
  return stepForm(
    context,
    ['MFA_AUTH'],
    ({ visitor, found }) =>
      body.send === undefined
        ? deps.browserSignIn.secondFactor(visitor, found, body.code)
        : deps.browserSignIn.sendCode(visitor, found.user, request.locale),
    (model, { user }) => secondFactorPage({ ...model, phone: user.phone ?? '', sent: true }),
  )
}

/** GET /Account/NewPassword. */
export const showPasswordStep: Handler<'showPasswordStep'> = async (context): Promise<Reply<'showPasswordStep'>> =>
  stepPage(context, ['PASSWORD_EXPIRED', 'PASSWORD_WARN'], (model, { waiting: { step } }) =>
    passwordStepPage({ ...model, expired: step === 'PASSWORD_EXPIRED' }),
  )

/** POST /Account/NewPassword: sets another password, or goes on with the one that there is as long as it is good. */
export const submitPasswordStep: Handler<'submitPasswordStep'> = async (
  context,
): Promise<Reply<'submitPasswordStep'>> => {
  const { body, deps } = context
  return stepForm(
    context,
    ['PASSWORD_EXPIRED', 'PASSWORD_WARN'],
    ({ visitor, found: { waiting } }) =>
      body.later === undefined
        ? deps.browserSignIn.changePassword(visitor, waiting, { old: body.password, next: body.newPassword })
        : deps.browserSignIn.skipPasswordChange(visitor, waiting),
    (model, { waiting: { step } }) => passwordStepPage({ ...model, expired: step === 'PASSWORD_EXPIRED' }),
  )
}

/** GET /Account/Denied: says why somebody may not enter, to whoever asks: it knows nobody. */
export const showAccessDenied: Handler<'showAccessDenied'> = async ({ query, request, deps }) => {
  const { locale, cookies, url } = request
  const interaction = await deps.interactions.find(query.ReturnUrl, cookies)
  const body = deniedPage({
    locale,
    languageLinks: languageLinks(url),
    reason: query.reason,
    ...clientShown(locale, interaction?.application),
    returnUrl: goesOnWith(interaction, query.ReturnUrl),
    wayBack: await wayBack(cookies, (clientId) => deps.applications.find(clientId), locale),
  })
  return { status: 200, body }
}
