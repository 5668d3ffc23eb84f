import { refuse } from '../failure.ts'
import type { PasswordStep } from '../sign-in-steps/next-step.ts'
import { type StepProofs, usedPassword } from '../sign-in-steps/step-proofs.ts'
import type { WaitingSignIn } from '../sign-in-steps/waiting.ts'
import { shortPhone } from '../text/phones.ts'
import { entered, justProved } from './app-registration.ts'
import type { AppSignIn } from './app-sign-in.ts'
import type { AppVisitor } from './app-visitor.ts'
import type { SignedInStand, SignInStand } from './steps.ts'

/** The steps of a sign-in that follow the first one: each takes the token of the step before, once. */
export class SignInSteps {
  readonly #signIn: AppSignIn
  readonly #proofs: StepProofs

  constructor(signIn: AppSignIn, proofs: StepProofs) {
    this.#signIn = signIn
    this.#proofs = proofs
  }

  /** Goes on with a password that ends soon. @throws Failure state_token_invalid */
  skipPasswordChange(visitor: AppVisitor, waiting: WaitingSignIn): Promise<SignedInStand> {
    return this.#proofs.skipPasswordChange(visitor, waiting, async (trx, { userId, method }) =>
      entered(await this.#signIn.goOn(trx, visitor, userId, method, justProved)),
    )
  }

  /**
   * Sets a new password for who knows the old one, and goes on.
   * @throws Failure as `StepProofs.changePassword` does
   */
  changePassword(
    visitor: AppVisitor,
    waiting: WaitingSignIn,
    passwords: { readonly old: string; readonly next: string },
  ): Promise<SignedInStand> {
    return this.#proofs.changePassword(visitor, waiting, passwords, async (trx, { userId, method }) =>
      entered(await this.#signIn.goOn(trx, visitor, userId, method, justProved)),
    )
  }

  /** The number that the code of the second factor goes to. One statement. @throws Failure state_token_invalid */
  async secondFactorMobile(waiting: WaitingSignIn): Promise<string> {
    return shortPhone(await this.#proofs.userOf(waiting, ['MFA_AUTH'])) ?? refuse('state_token_invalid')
  }

  /** Checks the code of the second factor, and goes on. @throws Failure as `StepProofs.secondFactor` does */
  secondFactor(
    visitor: AppVisitor,
    waiting: WaitingSignIn,
    mobile: string,
    code: string,
  ): Promise<SignInStand<PasswordStep>> {
    const given = { contact: { channel: 'sms', text: mobile }, code } as const
    return this.#proofs.secondFactor(visitor, waiting, given, (trx, { userId, method }) => {
      const proved = { secondFactor: true, passwordAge: !usedPassword(method) } as const
      return this.#signIn.goOn(trx, visitor, userId, method, proved)
    })
  }
}
