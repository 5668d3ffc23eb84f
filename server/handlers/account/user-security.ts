import { refuseField } from '../../domain/field.ts'
import { securityPage } from '../../pages/views/account-centre/security-page.ts'
import type { Handler } from '../types.ts'
import { accountPage } from './account-form.ts'
import { answer } from './answers.ts'
import { noticeOf } from './notices.ts'
import { userDetails } from './shapes.ts'

const channels = { Phone: 'sms', Email: 'mail' } as const
const purposes = {
  VerifyIdentity: 'verify_identity',
  ChangePhone: 'change_phone',
  ChangeEmail: 'change_email',
} as const

/** POST /api/v1.0/user/verificationCode (api-300896445). */
export const sendVerificationCode: Handler<'sendVerificationCode'> = async ({ caller, body, request, deps }) => {
  const { type, purpose, itc, phone, email } = body
  const asked = { purpose: purposes[purpose], channel: channels[type], itc, text: type === 'Phone' ? phone : email }
  return answer([await deps.ownContacts.send(caller, caller.user, { ...asked, locale: request.locale })])
}

/** POST /api/v1.0/user/contact: a number or address that a code has proved. */
export const changeContact: Handler<'changeContact'> = async ({ caller, body, deps }) => {
  const { type, itc, phone, email, code, identityType, identityCode } = body
  const text = (type === 'Phone' ? phone : email) ?? refuseField(`/${type.toLowerCase()}`, `is needed for ${type}`)
  const identity = identityCode && { channel: channels[identityType ?? type], code: identityCode }
  const change = { contact: { channel: channels[type], text, itc }, code, identity: identity || undefined }
  return answer([userDetails(await deps.ownContacts.change(caller, caller.user, change))])
}

/** GET /usercenter/security (api-58102957). */
export const showSecurityPage: Handler<'showSecurityPage'> = (context) =>
  accountPage(context, async ({ user }, frame) =>
    securityPage({
      ...frame,
      notice: noticeOf(context.query.notice),
      hasPassword: await context.deps.proofs.canProve(user.id),
      linked: await context.deps.externalLogins.list(user.id),
      providers: context.deps.externalSignIn.names,
      phone: user.phone ?? undefined,
      email: user.email ?? undefined,
    }),
  )
