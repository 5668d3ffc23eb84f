import { forgottenPasswordPage, passwordSetPage, resetPasswordPage } from '../../pages/views/reset-password-page.ts'
import type { Handler } from '../types.ts'
import { frameOf, openForm, type PageContext } from './account-form.ts'
import { humanProof } from './captcha-form.ts'
import { contactOf } from './contacts.ts'
import { ownPage } from './own-page.ts'

/** GET /Account/ForgotPassword. */
export const showForgottenPasswordPage: Handler<'showForgottenPasswordPage'> = async (context) => {
  const { frame, cookies } = frameOf(context)
  const returnUrl = await returnUrlOf(context, context.query.ReturnUrl)
  return { status: 200, cookies, body: forgottenPasswordPage({ ...frame, returnUrl }) }
}

/** POST /Account/ForgotPassword: sends a code to an account's own number or address; the answer tells nobody whether there is one. */
export const submitForgottenPassword: Handler<'submitForgottenPassword'> = async (context) => {
  const { body, request, deps } = context
  const model = { contact: body.contact, returnUrl: await returnUrlOf(context, body.ReturnUrl) }
  return openForm(
    context,
    async (frame) => {
      const by = { address: request.ip, requestId: request.id, human: humanProof(context) }
      await deps.passwordResets.begin(by, contactOf(body.contact), request.locale)
      return { status: 200, body: resetPasswordPage({ ...frame, ...model }) } as const
    },
    // Whoever asks too soon for another code still has the one before.
    (frame) => (body.again && !frame.captcha ? resetPasswordPage : forgottenPasswordPage)({ ...frame, ...model }),
  )
}

/** POST /Account/ResetPassword: sets the password that the code allows, once. */
export const submitPasswordReset: Handler<'submitPasswordReset'> = async (context) => {
  const { body, request, deps } = context
  const model = { contact: body.contact, returnUrl: await returnUrlOf(context, body.ReturnUrl) }
  return openForm(
    context,
    async () => {
      const by = { address: request.ip, requestId: request.id, human: humanProof(context) }
      await deps.passwordResets.complete(by, contactOf(body.contact), body.code, body.newPassword)
      return { status: 200, body: passwordSetPage({ locale: request.locale, ...model }) } as const
    },
    (frame) => resetPasswordPage({ ...frame, ...model }),
  )
}

/** Where the person goes on to in the end: a sign-in that waits, or a page of ours. */
async function returnUrlOf({ request, deps }: PageContext, returnUrl: string | undefined): Promise<string> {
  const interaction = await deps.interactions.find(returnUrl, request.cookies)
  return interaction?.returnTo ?? ownPage(returnUrl) ?? ''
}
