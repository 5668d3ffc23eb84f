import { findPasswordHashes } from '../../db/queries/password-credentials.ts'
import type { SignInState } from '../../db/queries/sign-in-states.ts'
import { findUser, type User } from '../../db/queries/users.ts'
import type { Db, SignInStep } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import { Failure, refuse } from '../failure.ts'
import { verifyPassword } from '../passwords/hashing.ts'
import { type Passwords, refuseSame } from '../passwords/passwords.ts'
import { Guesses } from '../sign-in/guesses.ts'
import { networkOf } from '../sign-in/network.ts'
import type { Limit } from '../sign-in/throttle.ts'
import type { Contact } from '../verification-codes/recipients.ts'
import { contactKey } from '../verification-codes/recipients.ts'
import type { VerificationCodes } from '../verification-codes/verification-codes.ts'
import { type SignInPlace, takeWaiting, type WaitingSignIn } from './waiting.ts'

/** How many wrong old passwords are taken of one person. */
const oldPasswordLimits = { person: { attempts: 10, seconds: 15 * 60 } } as const satisfies Record<string, Limit>

/** Who takes a step, and from where. */
export interface StepVisitor extends SignInPlace {
  readonly address: string
  readonly requestId: string
}

/** A sign-in whose waiting has just ended, of somebody who is known. */
export type TakenSignIn = SignInState & { readonly userId: string }

/** What becomes of a sign-in after its step, within the transaction that takes it. */
export type GoOn<T> = (trx: Db, taken: TakenSignIn) => Promise<T>

/** Too many failures; the lock opens by itself. */
export const locked = (retryAfter: number) => new Failure('sign_in_locked', [], { retryAfter })

/** Whose age counts: nobody is asked for another password who came in without one, or has just proved to have one. */
export const usedPassword = (method: string) => ['app_password', 'app_code', 'page', 'form', 'code'].includes(method)

/** What the steps after the first proof demand, whoever shows them: an app with pages of its own, or ours. */
export class StepProofs {
  readonly #db: Db
  readonly #passwords: Passwords
  readonly #codes: VerificationCodes
  readonly #guesses: Guesses<'person'>

  constructor(parts: { db: Db; passwords: Passwords; codes: VerificationCodes }) {
    this.#db = parts.db
    this.#passwords = parts.passwords
    this.#codes = parts.codes
    this.#guesses = new Guesses(parts.db, 'expired-password', oldPasswordLimits)
  }

  /** Goes on with a password that ends soon. @throws Failure state_token_invalid */
  skipPasswordChange<T>(visitor: StepVisitor, waiting: WaitingSignIn, goOn: GoOn<T>): Promise<T> {
    return transact(this.#db, async (trx) => goOn(trx, await taken(trx, visitor, waiting, ['PASSWORD_WARN'])))
  }

  /**
   * Sets a new password for who knows the old one, and goes on. What was signed in with the old one ends.
   * @throws Failure state_token_invalid, sign_in_locked, old_password_wrong, or those of `Passwords.prepare`
   */
  async changePassword<T>(
    visitor: StepVisitor,
    waiting: WaitingSignIn,
    { old, next }: { readonly old: string; readonly next: string },
    goOn: GoOn<T>,
  ): Promise<T> {
    const steps: SignInStep[] = ['PASSWORD_WARN', 'PASSWORD_EXPIRED']
    const user = await this.userOf(waiting, steps)
    await this.#proveOld(visitor, user, old)
    refuseSame(old, next)
    const hash = await this.#passwords.prepare(user, next)
    return transact(this.#db, async (trx) => {
      const state = await taken(trx, visitor, waiting, steps)
      await this.#passwords.set(trx, actorOf(visitor, user), user, hash)
      return goOn(trx, state)
    })
  }

  /**
   * Checks the code of the second factor, and goes on.
   * @throws Failure state_token_invalid, phone_not_verified for a number that is another's, verification_code_wrong
   */
  async secondFactor<T>(
    visitor: StepVisitor,
    waiting: WaitingSignIn,
    { contact, code }: { readonly contact: Contact; readonly code: string },
    goOn: GoOn<T>,
  ): Promise<T> {
    const user = await this.userOf(waiting, ['MFA_AUTH'])
    if (contactKey(contact) !== contactKey(ownNumber(user))) refuse('phone_not_verified')
    return this.#codes.redeem(
      actorOf(visitor, user),
      [{ purpose: 'second_factor', contact, code, user }],
      async (trx) => goOn(trx, await taken(trx, visitor, waiting, ['MFA_AUTH'])),
    )
  }

  /** Who waits at one of these steps, and may sign in. One statement. @throws Failure state_token_invalid */
  async userOf({ step, userId }: WaitingSignIn, steps: readonly SignInStep[]): Promise<User> {
    const user = userId === null || !steps.includes(step) ? undefined : await findUser(this.#db, userId)
    return user?.accountState === 'Normal' ? user : refuse('state_token_invalid')
  }

  async #proveOld({ address }: StepVisitor, user: User, old: string): Promise<void> {
    const place = await this.#guesses.enter({ person: user.id })
    if (!place.admitted) throw locked(place.retryAfterSeconds)
    let failed = false
    try {
      const [hash] = await findPasswordHashes(this.#db, user.id, 0)
      failed = !(await verifyPassword(hash, old, { lane: networkOf(address), known: true }))
    } finally {
      await place.settle({ failed, forgive: failed ? [] : ['person'] })
    }
    if (failed) refuse('old_password_wrong')
  }
}

/** A person's own number, as far as there is one. */
export const ownNumber = ({ phone, itc }: User): Contact => ({
  channel: 'sms',
  text: phone ?? '',
  itc: itc ?? undefined,
})

/** Who does what a step asks for. */
export const actorOf = ({ clientId, address, requestId }: StepVisitor, user?: { readonly id: string }) => ({
  address,
  requestId,
  clientId: clientId ?? undefined,
  userId: user?.id,
})

async function taken(
  trx: Db,
  visitor: StepVisitor,
  waiting: WaitingSignIn,
  steps: readonly SignInStep[],
): Promise<TakenSignIn> {
  const { userId, ...state } = await takeWaiting(trx, visitor, waiting, steps)
  return { ...state, userId: userId ?? refuse('state_token_invalid') }
}
