import type { Handler } from '../types.ts'
import { found } from './answers.ts'
import { stand, visitor } from './app.ts'

/** GET /api/v2/sdk/mobile-by-token (S20). */
export const getMobileByStateToken: Handler<'getMobileByStateToken'> = async ({ caller, deps }) =>
  found({ mobile: await deps.signInSteps.secondFactorMobile(caller.waiting) })

/** POST /api/v2/sdk/mfa/sms (S21). */
export const verifySmsSecondFactor: Handler<'verifySmsSecondFactor'> = async ({ caller, headers, body, deps }) => {
  const { mobile, verify_code: code } = body
  return stand(await deps.signInSteps.secondFactor(visitor(caller, headers), caller.waiting, mobile, code))
}
