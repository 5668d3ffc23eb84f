import { contactCodePage, contactPage } from '../../pages/views/account-centre/contact-page.ts'
import { passwordPage } from '../../pages/views/account-centre/password-page.ts'
import type { Handler } from '../types.ts'
import { accountForm, accountPage, actorOf, frameOf, proofOf } from './account-form.ts'
import { humanProof } from './captcha-form.ts'
import { channels } from './contacts.ts'

/** GET /usercenter/security/password. */
export const showChangePasswordPage: Handler<'showChangePasswordPage'> = (context) =>
  accountPage(context, async (visitor, frame) => passwordPage({ ...frame, proof: await proofOf(context, visitor) }))

/** POST /usercenter/security/password: this session stays, everything else of the person ends. */
export const submitNewPassword: Handler<'submitNewPassword'> = (context) =>
  accountForm(
    context,
    async (visitor) => {
      const { body, request, deps } = context
      await deps.proofs.demand(visitor, body.password, request.ip)
      const setting = { keptSession: visitor.uid }
      await deps.passwords.change(actorOf(context, visitor), visitor.user, body.newPassword, setting)
      return { status: 303, headers: { Location: '/usercenter/security?notice=password-changed' } } as const
    },
    async (visitor, frame) => passwordPage({ ...frame, proof: await proofOf(context, visitor) }),
  )

/** GET /usercenter/security/phone and /usercenter/security/email. */
export const showContactPage: Handler<'showContactPage'> = (context) =>
  accountPage(context, async (visitor, frame) =>
    contactPage({ ...frame, kind: context.params.contact, proof: await proofOf(context, visitor) }),
  )

/** POST /usercenter/security/phone and email: sends a code to the new one, after the password. */
export const submitContact: Handler<'submitContact'> = (context) => {
  const { body, params, request, deps } = context
  const model = { kind: params.contact, contact: body.contact } as const
  return accountForm(
    context,
    async (visitor) => {
      await deps.proofs.demand(visitor, body.password, request.ip)
      const asked = { purpose: purposes[model.kind], channel: channels[model.kind], text: body.contact } as const
      await deps.ownContacts.send({ ...actorOf(context, visitor), human: humanProof(context) }, visitor.user, {
        ...asked,
        locale: request.locale,
      })
      const { frame, cookies } = frameOf(context)
      return { status: 200, cookies, body: contactCodePage({ ...frame, ...model, proof: 'recent' }) } as const
    },
    async (visitor, frame) =>
      (body.again && !frame.captcha ? contactCodePage : contactPage)({
        ...frame,
        ...model,
        proof: await proofOf(context, visitor),
      }),
  )
}

/** POST /usercenter/security/phone/code and email/code: takes the new one over. */
export const submitContactCode: Handler<'submitContactCode'> = (context) => {
  const { body, params, request, deps } = context
  const model = { kind: params.contact, contact: body.contact } as const
  return accountForm(
    context,
    async (visitor) => {
      await deps.proofs.demand(visitor, body.password, request.ip)
      const contact = { channel: channels[model.kind], text: body.contact }
      await deps.ownContacts.changeProven(
        { ...actorOf(context, visitor), human: humanProof(context) },
        visitor.user,
        contact,
        body.code,
      )
      return { status: 303, headers: { Location: `/usercenter/security?notice=${model.kind}-changed` } } as const
    },
    async (visitor, frame) => contactCodePage({ ...frame, ...model, proof: await proofOf(context, visitor) }),
  )
}

const purposes = { phone: 'change_phone', email: 'change_email' } as const
