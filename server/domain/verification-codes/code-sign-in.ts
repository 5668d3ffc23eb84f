import { saveLoginRecord } from '../../db/queries/login-records.ts'
import { findUser, type User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { Failure, refuse } from '../failure.ts'
import type { MessageLocale } from '../messages/message.ts'
import type { HumanProof, Suspect } from '../sign-in/suspicion.ts'
import { proveAddress } from '../users/prove-address.ts'
import { type Contact, findOwner } from './recipients.ts'
import type { CodeSent, VerificationCodes } from './verification-codes.ts'

/** One attempt to sign in with a code. */
export interface CodeAttempt {
  readonly contact: Contact
  readonly code: string
  /** Where the person is. */
  readonly address: string
  readonly userAgent: string | undefined
  readonly clientId: string | undefined
  /** Where it came in: a hosted page, or an app with pages of its own. */
  readonly method: 'code' | 'app_code'
  /** What is asked for first of whoever is suspicious, where the door can ask for something. */
  readonly human?: HumanProof | undefined
}

/** Why an attempt failed. */
export type CodeRefusal =
  | { readonly ok: false; readonly reason: 'invalid' }
  | { readonly ok: false; readonly reason: 'limited'; readonly retryAfterSeconds: number }

/** What sign-in by code is made with. */
export interface CodeSignInSettings {
  readonly db: Db
  readonly codes: VerificationCodes
}

/** Sign-in with a code instead of a password, to the number or mail address of an account. */
export class CodeSignIn {
  readonly #db: Db
  readonly #codes: VerificationCodes

  constructor({ db, codes }: CodeSignInSettings) {
    this.#db = db
    this.#codes = codes
  }

  /** Sends a code, if somebody has that number or address; the answer is the same if nobody has. See `VerificationCodes.send`. */
  send(by: Suspect, contact: Contact, locale: MessageLocale): Promise<CodeSent> {
    return this.#codes.send(by, { purpose: 'sign_in', contact, locale })
  }

  /**
   * Checks an attempt of a sign-in that may have more steps: what comes of it is done in the transaction that uses the code up, and what
   * fails is written down here. Who gets in has proved the number or address, see `proveAddress`.
   */
  async prove<T>(
    { contact, code, address, userAgent, clientId, method, human }: CodeAttempt,
    act: (trx: Db, user: User) => Promise<T>,
  ): Promise<{ ok: true; value: T } | CodeRefusal> {
    try {
      const by = { address, clientId }
      const value = await this.#codes.redeem(
        { ...by, human },
        [{ purpose: 'sign_in', contact, code }],
        async (trx, id) => {
          const user = id === undefined ? undefined : await findUser(trx, id)
          if (user?.accountState !== 'Normal') return refuse('verification_code_wrong')
          await proveAddress(trx, { ...by, userId: user.id }, user.id, contact.channel)
          return act(trx, user)
        },
      )
      return { ok: true, value }
    } catch (error) {
      const limited = error instanceof Failure && error.kind === 'too_many_requests'
      if (!limited && !(error instanceof Failure && error.kind === 'verification_code_wrong')) throw error
      const owner = await findOwner(this.#db, contact)
      const reason = limited ? 'limited' : 'invalid'
      const attempt = { address, userAgent: userAgent ?? null, clientId: clientId ?? null, method }
      await saveLoginRecord(this.#db, { ...attempt, userId: owner?.id ?? null, succeeded: false, reason })
      return limited
        ? { ok: false, reason: 'limited', retryAfterSeconds: error.retryAfter ?? 1 }
        : { ok: false, reason: 'invalid' }
    }
  }
}
