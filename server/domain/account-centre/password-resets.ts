import { findUser } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import type { Actor } from '../actor.ts'
import { refuse } from '../failure.ts'
import type { MessageLocale } from '../messages/message.ts'
import type { Passwords } from '../passwords/passwords.ts'
import type { Suspect } from '../sign-in/suspicion.ts'
import type { Contact } from '../verification-codes/recipients.ts'
import type { VerificationCodes } from '../verification-codes/verification-codes.ts'

/** Another password for who has forgotten theirs. */
export class PasswordResets {
  readonly #codes: VerificationCodes
  readonly #passwords: Passwords

  constructor(codes: VerificationCodes, passwords: Passwords) {
    this.#codes = codes
    this.#passwords = passwords
  }

  /** Sends a code to the account's own number or address; whether there is an account, nobody is told. */
  async begin(by: Suspect, contact: Contact, locale: MessageLocale): Promise<void> {
    await this.#codes.send(by, { purpose: 'reset_password', contact, locale })
  }

  /**
   * Sets the password and ends everything that the person was signed in with. What is wrong with the password is told to who has the
   * code alone: it may be the person's name.
   * @throws Failure verification_code_wrong, too_many_requests, or those of `Passwords.prepare`
   */
  async complete(by: Suspect, contact: Contact, code: string, password: string): Promise<void> {
    await this.#codes.redeem(by, [{ purpose: 'reset_password', contact, code }], (trx, userId) =>
      this.#set(trx, by, userId, password),
    )
  }

  async #set(trx: Db, by: Actor, userId: string | undefined, password: string): Promise<void> {
    const user = (userId && (await findUser(trx, userId))) || refuse('verification_code_wrong')
    if (user.accountState !== 'Normal') refuse('verification_code_wrong')
    const hash = await this.#passwords.prepare(user, password)
    await this.#passwords.set(trx, { ...by, userId: user.id }, user, hash)
  }
}
