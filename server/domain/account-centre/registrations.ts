import { insertAcceptances } from '../../db/queries/acceptances.ts'
import type { Db } from '../../db/schema.ts'
import { Failure, refuse } from '../failure.ts'
import type { MessageLocale } from '../messages/message.ts'
import { hashPassword } from '../passwords/hashing.ts'
import type { Suspect } from '../sign-in/suspicion.ts'
import { findHolders, insertDrafts, refusalOf } from '../users/creation.ts'
import { draftOf } from '../users/draft.ts'
import type { Contact } from '../verification-codes/recipients.ts'
import type { VerificationCodes } from '../verification-codes/verification-codes.ts'

/** A text of the operator that everybody who registers accepts. */
export interface OperatorDocument {
  readonly document: 'terms' | 'privacy'
  readonly address: string
}

/** How accounts are made by the people themselves. */
export interface RegistrationRules {
  readonly enabled: boolean
  /** None, and nothing is asked for. */
  readonly documents: readonly OperatorDocument[]
  /** Of the documents; empty when the operator names none. */
  readonly version: string
}

/** The rules as the operator configures them: the texts are those that have an address. */
export function registrationRules({
  registration,
  termsUrl,
  privacyUrl,
  termsVersion,
}: Readonly<{
  registration: boolean
  termsUrl: string | undefined
  privacyUrl: string | undefined
  termsVersion: string
}>): RegistrationRules {
  const texts = [['terms', termsUrl] as const, ['privacy', privacyUrl] as const]
  const documents = texts.flatMap(([document, address]) => (address === undefined ? [] : [{ document, address }]))
  return { enabled: registration, documents, version: termsVersion }
}

/** What a person fills in to have an account. */
export interface Registration {
  readonly contact: Contact
  readonly code: string
  readonly password: string
  readonly accepted: boolean
  readonly language: string
}

/** Makes accounts for people who prove that a number or address is theirs. */
export class Registrations {
  readonly #db: Db
  readonly #codes: VerificationCodes
  readonly rules: RegistrationRules

  constructor(db: Db, codes: VerificationCodes, rules: RegistrationRules) {
    this.#db = db
    this.#codes = codes
    this.rules = rules
  }

  /**
   * Sends a code. Whether the number or address has an account already is told to its owner alone.
   * @throws Failure terms_not_accepted, and those of `VerificationCodes.send`
   */
  async begin(by: Suspect, contact: Contact, accepted: boolean, locale: MessageLocale): Promise<void> {
    this.#demandAcceptance(accepted)
    await this.#codes.send(by, { purpose: 'register', contact, locale })
  }

  /**
   * Makes the account, with what was accepted, in the transaction that uses up the code. Nine statements.
   * @returns the GUID
   * @throws Failure terms_not_accepted, phone_invalid, email_invalid, phone_taken, email_taken, a kind of `passwordFault`, and those of
   * `VerificationCodes.redeem`
   */
  async complete(by: Suspect, { contact, code, password, accepted, language }: Registration): Promise<string> {
    this.#demandAcceptance(accepted)
    const { channel, text } = contact
    const number = channel === 'sms' ? { phone: text, itc: contact.itc, phoneVerified: true } : {}
    const address = channel === 'mail' ? { email: text, emailVerified: true } : {}
    const draft = draftOf({ ...number, ...address, password, preferredLanguage: language })
    if (draft instanceof Failure) throw draft
    return this.#codes.redeem(by, [{ purpose: 'register', contact, code }], async (trx) => {
      const userId = draft.row.id
      const actor = { ...by, userId }
      const hashes = new Map([[userId, await hashPassword(password)]])
      const [created] = await insertDrafts(trx, actor, [draft], hashes)
      if (!created) throw refusalOf(draft, await findHolders(this.#db, [draft])).failure
      const { documents, version } = this.rules
      if (documents.length > 0) {
        await insertAcceptances(
          trx,
          documents.map((document) => ({ ...document, version, userId })),
        )
      }
      return userId
    })
  }

  #demandAcceptance(accepted: boolean): void {
    if (this.rules.documents.length > 0 && !accepted) refuse('terms_not_accepted')
  }
}
