import { saveLoginRecord } from '../../db/queries/login-records.ts'
import {
  findSignInFacts,
  findSignInState,
  type NewSignInState,
  type SignInState,
} from '../../db/queries/sign-in-states.ts'
import type { Db, SignInStep } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Device } from '../captchas/captchas.ts'
import { refuse } from '../failure.ts'
import type { PasswordSignIn } from '../sign-in/password-sign-in.ts'
import { type KnownStep, nextStep, type Proved } from '../sign-in-steps/next-step.ts'
import { locked } from '../sign-in-steps/step-proofs.ts'
import { holderOf, letWait, takeWaiting, type WaitingSignIn } from '../sign-in-steps/waiting.ts'
import type { CodeSignIn } from '../verification-codes/code-sign-in.ts'
import type { AppSessions } from './app-sessions.ts'
import type { AppVisitor } from './app-visitor.ts'
import type { SignInStand, StandAfter } from './steps.ts'

/** Somebody who has proved something. */
interface Entrant {
  readonly userId: string
  readonly method: string
  readonly proved: Proved
  /** Stands for the password that they have just given. */
  readonly passwordMark?: string | undefined
}

/** What signing in with an app is made with. */
export interface AppSignInParts {
  readonly db: Db
  readonly sessions: AppSessions
  readonly passwords: PasswordSignIn
  readonly codes: CodeSignIn
}

/** Sign-in with apps that show their own pages: each step either ends in a session or names the next one (section 6.0). */
export class AppSignIn {
  readonly #db: Db
  readonly #sessions: AppSessions
  readonly #passwords: PasswordSignIn
  readonly #codes: CodeSignIn

  constructor({ db, sessions, passwords, codes }: AppSignInParts) {
    this.#db = db
    this.#sessions = sessions
    this.#passwords = passwords
    this.#codes = codes
  }

  /**
   * Signs in with a password, under the limits of every other way to do so. Seven statements, more for a new network.
   * @throws Failure sign_in_failed with the attempts that are left, sign_in_locked
   */
  async withPassword(visitor: AppVisitor, name: string, password: string): Promise<SignInStand<KnownStep>> {
    const attempt = { ...visitor, name, password, method: 'app_password' } as const
    const proven = await this.#passwords.prove(attempt)
    if (proven.ok) {
      const { userId, passwordMark } = proven
      const { method } = attempt
      return transact(this.#db, (trx) =>
        this.#stand(trx, visitor, { userId, method, proved: nothingYet, passwordMark }),
      )
    }
    if (proven.reason === 'limited') throw locked(proven.retryAfterSeconds)
    return proven.reason === 'invalid' ? refuse('sign_in_failed', [proven.remaining]) : { status: 'ACCESS_DENIED' }
  }

  /** Signs in with an SMS code. @throws Failure verification_code_wrong, sign_in_locked */
  async withCode(visitor: AppVisitor, mobile: string, code: string): Promise<SignInStand<KnownStep>> {
    const contact = { channel: 'sms', text: mobile } as const
    const method = 'app_code'
    // Another code to the same number proves nothing more.
    const proved = { secondFactor: true, passwordAge: false } as const
    const attempt = { ...visitor, contact, code, method } as const
    const proven = await this.#codes.prove(attempt, (trx, { id }) => this.goOn(trx, visitor, id, method, proved))
    if (proven.ok) return proven.value
    return proven.reason === 'limited' ? refuse('too_many_requests') : refuse('verification_code_wrong')
  }

  /** Where a sign-in stands after something was proved, within a transaction: a session, the next step, or no further. */
  async goOn<const P extends Proved>(
    trx: Db,
    visitor: AppVisitor,
    userId: string,
    method: string,
    proved: P,
  ): Promise<StandAfter<P>> {
    // That a password whose age was looked at is asked for no more, `nextStep` knows and its type does not.
    return (await this.#stand(trx, visitor, { userId, method, proved })) as StandAfter<P>
  }

  async #stand(
    trx: Db,
    visitor: AppVisitor,
    { userId, method, proved, passwordMark }: Entrant,
  ): Promise<SignInStand<KnownStep>> {
    const found = await findSignInFacts(trx, visitor.clientId, userId)
    // With a password that is theirs no more nobody comes in.
    const facts = passwordMark === undefined || found?.passwordMark === passwordMark ? found : undefined
    const next = facts && nextStep(facts, proved)
    const tokens = facts && next === undefined && (await this.#sessions.begin(trx, visitor, facts, method))
    if (tokens) return { status: 'SUCCESS', ...tokens }
    if (next === undefined || 'denied' in next) {
      const { clientId, address, userAgent } = visitor
      const refusal = { succeeded: false, reason: 'denied' } as const
      await saveLoginRecord(trx, { userId, clientId, address, userAgent, method, ...refusal })
      return { status: 'ACCESS_DENIED' }
    }
    const { step } = next
    return {
      status: step,
      stateToken: await this.wait(trx, visitor, { step, method, userId, identity: null, passwordMark }),
    }
  }

  /** Lets a sign-in wait for its next step. One statement. @returns the token that the step has to bring */
  wait(db: Db, visitor: AppVisitor, state: NewSignInState): Promise<string> {
    return letWait(db, visitor, state)
  }

  /** The sign-in that waits for this device of this application, at whatever step. One statement. */
  async waiting(device: Device, token: string): Promise<WaitingSignIn | undefined> {
    const state = await findSignInState(this.#db, holderOf(token, device))
    return state && { ...state, token }
  }

  /**
   * Ends the waiting within a transaction, for the one that goes on with it. One statement.
   * @throws Failure state_token_invalid when another was faster, or it waits for another step
   */
  take(trx: Db, device: Device, waiting: WaitingSignIn, steps: readonly SignInStep[]): Promise<SignInState> {
    return takeWaiting(trx, device, waiting, steps)
  }
}

const nothingYet = { secondFactor: false, passwordAge: false } as const
