import { saveLoginRecord } from '../../db/queries/login-records.ts'
import { findSignInFacts, findSignInState, type SignInFacts } from '../../db/queries/sign-in-states.ts'
import { findUser, type User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { MessageLocale } from '../messages/message.ts'
import type { Notices } from '../messages/notices.ts'
import type { PasswordProof, PasswordSignIn } from '../sign-in/password-sign-in.ts'
import { recordSignIn } from '../sign-in/records.ts'
import type { HumanProof } from '../sign-in/suspicion.ts'
import { type Denial, type KnownStep, nextStep, type Proved } from '../sign-in-steps/next-step.ts'
import { actorOf, ownNumber, type StepProofs, type StepVisitor, usedPassword } from '../sign-in-steps/step-proofs.ts'
import { holderOf, letWaitAnew, type WaitingSignIn } from '../sign-in-steps/waiting.ts'
import type { CodeRefusal, CodeSignIn } from '../verification-codes/code-sign-in.ts'
import type { Contact } from '../verification-codes/recipients.ts'
import type { VerificationCodes } from '../verification-codes/verification-codes.ts'
import { amrOf, withSms } from './amr.ts'

/** Who signs in in a browser, and for what: the application and the address that they come from are the place. */
export interface BrowserVisitor extends StepVisitor {
  readonly userAgent: string
}

/** Somebody who has proved who they are. */
export interface Entrant {
  readonly userId: string
  /** How they have come in, as their records call it. */
  readonly method: string
  /** How they have proved it (RFC 8176). */
  readonly amr: readonly string[]
  /** Whether the session is to outlive the browser. */
  readonly remember: boolean
  /** Stands for the password that they have: there is no session for who gets another before it begins. */
  readonly passwordMark?: string | undefined
}

/** Where a sign-in in a browser stands. */
export type BrowserStand =
  | ({ readonly kind: 'signed-in' } & Entrant)
  | { readonly kind: 'step'; readonly step: KnownStep; readonly token: string }
  | { readonly kind: 'denied'; readonly reason: Denial }

/** A step that waits in a browser, and whose it is. */
export interface WaitingStep {
  readonly waiting: WaitingSignIn
  readonly user: User
}

/** What comes of a first proof that is right. */
interface Proven {
  readonly ok: true
  readonly userId: string
  readonly stand: BrowserStand
}

/** What came of a password. */
export type BrowserPasswordResult = Proven | Extract<PasswordProof, { ok: false }>

interface Parts {
  readonly db: Db
  readonly notices: Notices
  readonly passwords: PasswordSignIn
  readonly codeSignIn: CodeSignIn
  readonly codes: VerificationCodes
  readonly proofs: StepProofs
}

/** A second factor and the age of a password are not asked for where the first proof answers for both. */
export const nothingMore = { secondFactor: true, passwordAge: true } as const

/**
 * Sign-in on the hosted pages, by the rules of sign-in with apps: whoever has proved who they are is signed in, has a step to take
 * first, or may not enter. No session begins before the last step.
 */
export class BrowserSignIn {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Signs in with a password. Five statements, more for a new network. */
  async withPassword(
    visitor: BrowserVisitor,
    attempt: {
      readonly name: string
      readonly password: string | undefined
      readonly method: 'page' | 'form'
      readonly remember: boolean
      readonly human: HumanProof
    },
  ): Promise<BrowserPasswordResult> {
    const { method, remember } = attempt
    const proven = await this.#parts.passwords.prove({
      ...attempt,
      ...visitor,
      clientId: visitor.clientId ?? undefined,
    })
    if (!proven.ok) return proven
    const { userId, known, passwordMark } = proven
    const entrant = { userId, method, remember, amr: ['pwd'], passwordMark }
    const { db } = this.#parts
    const facts = await findSignInFacts(db, visitor.clientId, userId)
    if (facts && facts.passwordMark !== passwordMark) {
      // Another one was set while this one was looked at.
      await saveLoginRecord(db, { ...recordOf(visitor, entrant), succeeded: false, reason: 'invalid' })
      return { ok: false, reason: 'invalid', remaining: 0, suspicious: false }
    }
    const proved = { secondFactor: false, passwordAge: false }
    return { ok: true, userId, stand: await this.#stand(db, visitor, entrant, facts, proved, known) }
  }

  /** Signs in with a code. Eleven statements, more for a first proof and a new network. */
  async withCode(
    visitor: BrowserVisitor,
    {
      contact,
      code,
      remember,
      human,
    }: {
      readonly contact: Contact
      readonly code: string
      readonly remember: boolean
      readonly human: HumanProof
    },
  ): Promise<Proven | CodeRefusal> {
    const method = 'code'
    const amr = amrOf(contact.channel)
    const attempt = { ...visitor, clientId: visitor.clientId ?? undefined, contact, code, method, human } as const
    const proven = await this.#parts.codeSignIn.prove(attempt, async (trx, { id: userId }) => {
      // Another code to the same number proves nothing more.
      const proved = { secondFactor: contact.channel === 'sms', passwordAge: false }
      return { userId, stand: await this.#goOn(trx, visitor, { userId, method, remember, amr }, proved) }
    })
    return proven.ok ? { ok: true, ...proven.value } : proven
  }

  /** Goes on with somebody whom another service has vouched for. Five statements, more for a new network. */
  withIdentity(visitor: BrowserVisitor, entrant: Entrant): Promise<BrowserStand> {
    const proved = { secondFactor: false, passwordAge: true }
    return transact(this.#parts.db, (trx) => this.#goOn(trx, visitor, entrant, proved))
  }

  /** Goes on with somebody who has just registered with a number or address that they have proved. Two statements. */
  withNewAccount(visitor: BrowserVisitor, userId: string, channel: Contact['channel']): Promise<BrowserStand> {
    const entrant = { userId, method: 'registration', amr: ['pwd', ...amrOf(channel)], remember: false }
    const proved = { secondFactor: channel === 'sms', passwordAge: true }
    return this.#goOn(this.#parts.db, visitor, entrant, proved, true)
  }

  /** Asks somebody who is signed in for the second factor, for an application that demands it. One statement. @returns the step's token */
  stepUp(visitor: BrowserVisitor, entrant: Omit<Entrant, 'method'>): Promise<string> {
    return this.#wait(this.#parts.db, visitor, { ...entrant, method: 'session' }, 'MFA_AUTH')
  }

  /** The sign-in that waits in this browser for one of these steps. Two statements. @returns undefined when it is over */
  async waiting(visitor: BrowserVisitor, token: string, steps: readonly KnownStep[]): Promise<WaitingStep | undefined> {
    const state = await findSignInState(this.#parts.db, holderOf(token, visitor))
    if (!state?.userId || !steps.some((step) => step === state.step)) return undefined
    const user = await findUser(this.#parts.db, state.userId)
    return user?.accountState === 'Normal' ? { waiting: { ...state, token }, user } : undefined
  }

  /** Sends the code of the second factor to the person's own number. @throws Failure as `VerificationCodes.send` does */
  async sendCode(visitor: BrowserVisitor, user: User, locale: MessageLocale): Promise<undefined> {
    const request = { purpose: 'second_factor', contact: ownNumber(user), locale } as const
    await this.#parts.codes.send(actorOf(visitor, user), request)
    return undefined
  }

  /** Checks the code of the second factor, and goes on. @throws Failure state_token_invalid, verification_code_wrong, too_many_requests */
  secondFactor(visitor: BrowserVisitor, { waiting, user }: WaitingStep, code: string): Promise<BrowserStand> {
    const given = { contact: ownNumber(user), code }
    return this.#parts.proofs.secondFactor(visitor, waiting, given, (trx, taken) => {
      const proved = { secondFactor: true, passwordAge: !usedPassword(taken.method) }
      return this.#goOn(trx, visitor, { ...entrantOf(taken), amr: withSms(taken.amr) }, proved)
    })
  }

  /** Goes on with a password that ends soon. @throws Failure state_token_invalid */
  skipPasswordChange(visitor: BrowserVisitor, waiting: WaitingSignIn): Promise<BrowserStand> {
    return this.#parts.proofs.skipPasswordChange(visitor, waiting, (trx, taken) =>
      this.#goOn(trx, visitor, entrantOf(taken), nothingMore),
    )
  }

  /** Sets another password, and goes on. @throws Failure as `StepProofs.changePassword` does */
  changePassword(
    visitor: BrowserVisitor,
    waiting: WaitingSignIn,
    passwords: { readonly old: string; readonly next: string },
  ): Promise<BrowserStand> {
    return this.#parts.proofs.changePassword(visitor, waiting, passwords, (trx, taken) =>
      this.#goOn(trx, visitor, entrantOf(taken), nothingMore),
    )
  }

  async #goOn(db: Db, visitor: BrowserVisitor, entrant: Entrant, proved: Proved, known = false): Promise<BrowserStand> {
    const facts = await findSignInFacts(db, visitor.clientId, entrant.userId)
    return this.#stand(db, visitor, entrant, facts, proved, known)
  }

  /** @param known whether the person need not be told of the sign-in; else it is within a transaction, or in one of its own */
  async #stand(
    db: Db,
    visitor: BrowserVisitor,
    entrant: Entrant,
    facts: SignInFacts | undefined,
    proved: Proved,
    known: boolean,
  ): Promise<BrowserStand> {
    const next = facts ? nextStep(facts, proved) : ({ denied: 'not_admitted' } as const)
    if (next && 'step' in next) {
      return { kind: 'step', step: next.step, token: await this.#wait(db, visitor, entrant, next.step) }
    }
    const record = recordOf(visitor, entrant)
    if (next) {
      await saveLoginRecord(db, { ...record, succeeded: false, reason: 'denied' })
      return { kind: 'denied', reason: next.denied }
    }
    if (known) await saveLoginRecord(db, { ...record, succeeded: true, reason: null })
    else if (db.isTransaction) await recordSignIn(db, this.#parts.notices, record)
    else await transact(db, (trx) => recordSignIn(trx, this.#parts.notices, record))
    return { kind: 'signed-in', ...entrant, passwordMark: facts?.passwordMark ?? undefined }
  }

  #wait(db: Db, visitor: BrowserVisitor, entrant: Entrant, step: KnownStep): Promise<string> {
    return letWaitAnew(db, visitor, { ...entrant, step, identity: null })
  }
}

const recordOf = ({ clientId, address, userAgent }: BrowserVisitor, { userId, method }: Entrant) => ({
  userId,
  clientId,
  address,
  userAgent,
  method,
})

const entrantOf = ({
  userId,
  method,
  amr = [],
  remember = false,
}: Omit<WaitingSignIn, 'token'> & { userId: string }) => ({
  userId,
  method,
  amr,
  remember,
})
