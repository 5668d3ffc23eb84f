import { findPasswordHashes } from '../../db/queries/password-credentials.ts'
import { findUser, type User } from '../../db/queries/users.ts'
import type { Db, SignInStep } from '../../db/schema.ts'
import { refuse } from '../failure.ts'
import { verifyPassword } from '../passwords/hashing.ts'
import type { Passwords } from '../passwords/passwords.ts'
import { Guesses } from '../sign-in/guesses.ts'
import { networkOf } from '../sign-in/network.ts'
import type { Limit } from '../sign-in/throttle.ts'
import { shortPhone } from '../text/phones.ts'
import { contactKey } from '../verification-codes/recipients.ts'
import type { VerificationCodes } from '../verification-codes/verification-codes.ts'
import { entered, justProved } from './app-registration.ts'
import { type AppSignIn, locked, type WaitingSignIn } from './app-sign-in.ts'
import type { AppVisitor } from './app-visitor.ts'
import type { PasswordStep, SignedInStand, SignInStand } from './steps.ts'

/** How many wrong old passwords are taken of one person. */
const oldPasswordLimits = { person: { attempts: 10, seconds: 15 * 60 } } as const satisfies Record<string, Limit>

/** The steps of a sign-in that follow the first one: each takes the token of the step before, once. */
export class SignInSteps {
  readonly #db: Db
  readonly #signIn: AppSignIn
  readonly #passwords: Passwords
  readonly #codes: VerificationCodes
  readonly #guesses: Guesses<'person'>

  constructor(parts: { db: Db; signIn: AppSignIn; passwords: Passwords; codes: VerificationCodes }) {
    this.#db = parts.db
    this.#signIn = parts.signIn
    this.#passwords = parts.passwords
    this.#codes = parts.codes
    this.#guesses = new Guesses(parts.db, 'expired-password', oldPasswordLimits)
  }

  /** Goes on with a password that ends soon. @throws Failure state_token_invalid */
  skipPasswordChange(visitor: AppVisitor, waiting: WaitingSignIn): Promise<SignedInStand> {
    return this.#db.transaction().execute(async (trx) => {
      const { userId, method } = await this.#signIn.take(trx, visitor, waiting, ['PASSWORD_WARN'])
      const id = userId ?? refuse('state_token_invalid')
      return entered(await this.#signIn.goOn(trx, visitor, id, method, justProved))
    })
  }

  /**
   * Sets a new password for who knows the old one, and goes on. What was signed in with the old one ends.
   * @throws Failure state_token_invalid, sign_in_locked, old_password_wrong, or those of `Passwords.prepare`
   */
  async changePassword(
    visitor: AppVisitor,
    waiting: WaitingSignIn,
    { old, next }: { readonly old: string; readonly next: string },
  ): Promise<SignedInStand> {
    const steps: SignInStep[] = ['PASSWORD_WARN', 'PASSWORD_EXPIRED']
    const user = await this.#userOf(waiting, steps)
    await this.#proveOld(visitor, user, old)
    if (old === next) refuse('password_used_before', ['not the present one'])
    const hash = await this.#passwords.prepare(user, next)
    return this.#db.transaction().execute(async (trx) => {
      const { method } = await this.#signIn.take(trx, visitor, waiting, steps)
      await this.#passwords.set(trx, { ...visitor, userId: user.id }, user, hash)
      return entered(await this.#signIn.goOn(trx, visitor, user.id, method, justProved))
    })
  }

  /** The number that the code of the second factor goes to. One statement. @throws Failure state_token_invalid */
  async secondFactorMobile(waiting: WaitingSignIn): Promise<string> {
    return shortPhone(await this.#userOf(waiting, ['MFA_AUTH'])) ?? refuse('state_token_invalid')
  }

  /**
   * Checks the code of the second factor, and goes on.
   * @throws Failure state_token_invalid, phone_not_verified for a number that is another's, verification_code_wrong
   */
  async secondFactor(
    visitor: AppVisitor,
    waiting: WaitingSignIn,
    mobile: string,
    code: string,
  ): Promise<SignInStand<PasswordStep>> {
    const user = await this.#userOf(waiting, ['MFA_AUTH'])
    const contact = { channel: 'sms', text: mobile } as const
    if (contactKey(contact) !== contactKey({ ...contact, text: user.phone ?? '', itc: user.itc ?? undefined })) {
      refuse('phone_not_verified')
    }
    return this.#codes.redeem(visitor, [{ purpose: 'second_factor', contact, code, user }], async (trx) => {
      const { method } = await this.#signIn.take(trx, visitor, waiting, ['MFA_AUTH'])
      const proved = { secondFactor: true, passwordAge: !usedPassword(method) } as const
      return this.#signIn.goOn(trx, visitor, user.id, method, proved)
    })
  }

  async #userOf({ step, userId }: WaitingSignIn, steps: readonly SignInStep[]): Promise<User> {
    const user = userId === null || !steps.includes(step) ? undefined : await findUser(this.#db, userId)
    return user?.accountState === 'Normal' ? user : refuse('state_token_invalid')
  }

  async #proveOld({ address }: AppVisitor, user: User, old: string): Promise<void> {
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

/** Whose age counts: nobody is asked for another password who came in without one. */
const usedPassword = (method: string) => method === 'app_password' || method === 'app_code'
