import { passwordPage } from '../../pages/views/account-centre/password-page.ts'
import type { Handler } from '../types.ts'
import { accountForm, accountPage, actorOf, proofOf } from './account-form.ts'

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
