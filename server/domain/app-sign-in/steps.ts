import type { SignInFacts } from '../../db/queries/sign-in-states.ts'
import type { SignInStep } from '../../db/schema.ts'
import type { AppTokens } from './app-sessions.ts'

/** Where a sign-in stands. */
export type SignInStand<Step extends SignInStep = SignInStep> =
  | SignedInStand
  | { readonly status: Step; readonly stateToken: string }
  | { readonly status: 'ACCESS_DENIED' }

/** A sign-in that has ended in a session. */
export type SignedInStand = { readonly status: 'SUCCESS' } & AppTokens

/** The steps of somebody who is known. */
export type KnownStep = 'MFA_AUTH' | PasswordStep
export type PasswordStep = 'PASSWORD_WARN' | 'PASSWORD_EXPIRED'

/** What somebody has proved so far. */
export interface Proved {
  /** Whether the second factor was asked for, or is what they came in with. */
  readonly secondFactor: boolean
  /** Whether the age of the password was looked at, or there is none that was used. */
  readonly passwordAge: boolean
}

const day = 24 * 60 * 60 * 1000

/** Where a sign-in may stand after so much was proved. */
export type StandAfter<P extends Proved> = SignInStand<
  (P['secondFactor'] extends true ? never : 'MFA_AUTH') | (P['passwordAge'] extends true ? never : PasswordStep)
>

/** The step that comes next; undefined when there is none. Whether the person may enter at all is asked before any. */
export function nextStep(facts: SignInFacts, proved: Proved): KnownStep | 'ACCESS_DENIED' | undefined {
  if (!facts.admitted) return 'ACCESS_DENIED'
  if (facts.secondFactor === 'sms' && !proved.secondFactor) {
    // A second factor that somebody does not have is none that may be left out.
    return facts.user.phone === null ? 'ACCESS_DENIED' : 'MFA_AUTH'
  }
  return proved.passwordAge ? undefined : passwordStep(facts)
}

function passwordStep(facts: SignInFacts): 'PASSWORD_EXPIRED' | 'PASSWORD_WARN' | undefined {
  const { passwordChangedAt: changedAt, passwordExpiresAt, mustChangePassword, passwordMaxDays: days } = facts
  if (changedAt === null) return undefined
  const ends = Math.min(
    passwordExpiresAt?.getTime() ?? Number.POSITIVE_INFINITY,
    days > 0 ? changedAt.getTime() + days * day : Number.POSITIVE_INFINITY,
  )
  const left = ends - Date.now()
  if (mustChangePassword || left <= 0) return 'PASSWORD_EXPIRED'
  return left <= facts.passwordWarnDays * day ? 'PASSWORD_WARN' : undefined
}
