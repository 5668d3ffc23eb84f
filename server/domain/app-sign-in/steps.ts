import type { SignInStep } from '../../db/schema.ts'
import type { PasswordStep, Proved } from '../sign-in-steps/next-step.ts'
import type { AppTokens } from './app-sessions.ts'

/** Where a sign-in stands. */
export type SignInStand<Step extends SignInStep = SignInStep> =
  | SignedInStand
  | { readonly status: Step; readonly stateToken: string }
  | { readonly status: 'ACCESS_DENIED' }

/** A sign-in that has ended in a session. */
export type SignedInStand = { readonly status: 'SUCCESS' } & AppTokens

/** Where a sign-in may stand after so much was proved. */
export type StandAfter<P extends Proved> = SignInStand<
  (P['secondFactor'] extends true ? never : 'MFA_AUTH') | (P['passwordAge'] extends true ? never : PasswordStep)
>
