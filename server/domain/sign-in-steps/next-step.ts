import type { SignInFacts } from '../../db/queries/sign-in-states.ts'

/** The steps of somebody who is known. */
export type KnownStep = 'MFA_AUTH' | PasswordStep
export type PasswordStep = 'PASSWORD_WARN' | 'PASSWORD_EXPIRED'

/** Why somebody who has proved who they are may not enter an application. */
export type Denial =
  /** It lets only those in who have an account of it. */
  | 'not_admitted'
  /** It demands a second factor, and there is no number to send it to. */
  | 'no_phone'

/** What somebody has proved so far. */
export interface Proved {
  /** Whether the second factor was asked for, or is what they came in with. */
  readonly secondFactor: boolean
  /** Whether the age of the password was looked at, or there is none that was used. */
  readonly passwordAge: boolean
}

/** What comes next: a step, or no further; undefined when everything was proved. */
export type Next = { readonly step: KnownStep } | { readonly denied: Denial } | undefined

const day = 24 * 60 * 60 * 1000

/** What comes next of a sign-in. Whether the person may enter at all is asked before any step. */
export function nextStep(facts: SignInFacts, proved: Proved): Next {
  if (!facts.admitted) return { denied: 'not_admitted' }
  if (facts.secondFactor === 'sms' && !proved.secondFactor) {
    // A second factor that somebody does not have is none that may be left out.
    return facts.user.phone === null ? { denied: 'no_phone' } : { step: 'MFA_AUTH' }
  }
  const step = proved.passwordAge ? undefined : passwordStep(facts)
  return step && { step }
}

function passwordStep(facts: SignInFacts): PasswordStep | undefined {
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
