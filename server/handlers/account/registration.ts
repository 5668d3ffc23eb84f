import { ContractFailure } from '../../contract/failure.ts'
import { openFormPolicy, pagePolicy } from '../../pages/content-policies.ts'
import { type RegisterModel, registerCodePage, registerPage } from '../../pages/views/register-page.ts'
import type { Handler } from '../types.ts'
import { type Frame, frameOf, openForm, type PageContext } from './account-form.ts'
import { humanProof } from './captcha-form.ts'
import { contactOf } from './contacts.ts'
import { waitingLogin } from './external-pages.ts'
import { browserVisitor, goOn } from './go-on.ts'
import { ownPage } from './own-page.ts'

/** GET /Account/Register. */
export const showRegistrationPage: Handler<'showRegistrationPage'> = async (context) => {
  const { frame, cookies } = frameOf(context)
  const model = await modelOf(context, context.query)
  return { status: 200, cookies, body: registerPage({ ...frame, ...model }) }
}

/** POST /Account/Register: sends a code; the answer is the same whoever has that number or address. */
export const submitRegistration: Handler<'submitRegistration'> = async (context) => {
  const { body, request, deps } = context
  const model = await modelOf(context, body)
  return openForm(
    context,
    async (frame) => {
      const by = { address: request.ip, requestId: request.id, human: humanProof(context) }
      await deps.registrations.begin(by, contactOf(body.contact), model.accepted, request.locale)
      return { status: 200, body: registerCodePage({ ...frame, ...model }) } as const
    },
    // Whoever asks too soon for another code still has the one before.
    (frame) => (body.again && !frame.captcha ? registerCodePage : registerPage)({ ...frame, ...model }),
  )
}

/** POST /Account/Register/Complete: makes the account, links the login that waits, and signs in. */
export const submitRegistrationCode: Handler<'submitRegistrationCode'> = async (context) => {
  const { body, request, deps } = context
  const model = await modelOf(context, body)
  const waiting = await waitingLogin(context, body.ticket)
  const interaction = await deps.interactions.find(body.ReturnUrl, request.cookies)
  const policy = { 'Content-Security-Policy': interaction ? openFormPolicy : pagePolicy }
  return openForm(
    context,
    async () => {
      const by = { address: request.ip, requestId: request.id, human: humanProof(context) }
      const contact = contactOf(body.contact)
      const userId = await deps.registrations.complete(by, {
        contact,
        code: body.code,
        password: body.newPassword,
        accepted: model.accepted,
        language: request.locale === 'zh' ? 'zh-CN' : 'en',
      })
      // Linked elsewhere or too late by now: the account is made all the same, and its owner may link it any time.
      if (waiting) await deps.externalSignIn.bind({ ...by, userId }, waiting.id, userId, 'new')
      const visitor = browserVisitor(context, interaction, body.ReturnUrl)
      const stand = await deps.browserSignIn.withNewAccount(visitor, userId, contact.channel)
      const { location, cookies } = await goOn(context, interaction, stand, body.ReturnUrl)
      return { status: 303, headers: { Location: location }, cookies } as const
    },
    (frame: Frame) => registerCodePage({ ...frame, ...model }),
    policy,
  )
}

/** What the pages are drawn from. @throws ContractFailure not_found where registration is switched off */
async function modelOf(
  context: PageContext,
  form: {
    readonly contact?: string
    readonly Agreement?: string
    readonly ReturnUrl?: string | undefined
    readonly ticket?: string | undefined
  },
): Promise<Pick<RegisterModel, 'documents' | 'accepted' | 'returnUrl' | 'external'> & { readonly contact: string }> {
  const { request, deps } = context
  const { enabled, documents } = deps.registrations.rules
  if (!enabled) throw new ContractFailure('not_found')
  const interaction = await deps.interactions.find(form.ReturnUrl, request.cookies)
  const waiting = await waitingLogin(context, form.ticket)
  return {
    external: waiting && { provider: waiting.identity.provider, ticket: form.ticket ?? '' },
    contact: form.contact ?? '',
    accepted: form.Agreement !== undefined,
    returnUrl: interaction?.returnTo ?? ownPage(form.ReturnUrl) ?? '',
    documents,
  }
}
