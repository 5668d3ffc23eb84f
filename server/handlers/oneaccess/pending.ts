import { standIns } from '../../contract/pending.ts'
import type { HandlerId } from '../../contract/types.ts'

/**
 * Operations that the contract has and the server does not have yet: they answer 501 `COMMON.0501`, or what their shape
 * has for it. Whoever builds one takes it off this list; the compiler then asks for its handler. The list only gets
 * shorter.
 */
export const pendingOperations = [
  // User / Registration
  'registerByMobile',
  // User / Login and logout
  'loginWithPassword',
  'loginWithSmsCode',
  'loginWithWechat',
  'loginWithAlipay',
  'logoutUser',
  // User / Social accounts
  'bindSocialAccount',
  'registerSocialAccount',
  'listSocialAccounts',
  'unbindSocialAccount',
  // User / Passwords
  'skipPasswordChange',
  'changeExpiredPassword',
  'resetPasswordByMobile',
  // User / Second factor
  'getMobileByStateToken',
  'verifySmsSecondFactor',
  // User / Personal information
  'getProfile',
  'updateProfile',
  // User / Single sign-on
  'issueSsoTicket',
  'verifySsoTicket',
  'refreshSessionToken',
  'refreshIdToken',
] as const satisfies readonly HandlerId<'oneaccess'>[]

export type PendingOperation = (typeof pendingOperations)[number]

/** The stand-ins, by operationId. */
export const pending = standIns(pendingOperations)
