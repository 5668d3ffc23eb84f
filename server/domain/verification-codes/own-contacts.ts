import type { User } from '../../db/queries/users.ts'
import type { Actor } from '../actor.ts'
import { refuse } from '../failure.ts'
import { refuseField } from '../field.ts'
import type { Channel, MessageLocale } from '../messages/message.ts'
import type { Suspect } from '../sign-in/suspicion.ts'
import { readMailAddress } from '../text/mail.ts'
import { readSmsPhone } from '../text/sms-phones.ts'
import type { Users } from '../users/users.ts'
import type { Contact } from './recipients.ts'
import type { CodeSent, VerificationCodes } from './verification-codes.ts'

/** A code that a signed-in person asks for: for `text`, which they want to have, or for their own number or address. */
export interface OwnCodeRequest {
  readonly purpose: 'verify_identity' | 'change_phone' | 'change_email'
  readonly channel: Channel
  readonly text?: string | undefined
  readonly itc?: string | undefined
  readonly locale: MessageLocale
}

/** A number or address that a person wants to have, with the codes that prove it. */
export interface ContactChange {
  readonly contact: Contact
  readonly code: string
  /** Proves that the person has the contact that the account has already. */
  readonly identity: { readonly channel: Channel; readonly code: string } | undefined
}

const fields = { sms: '/phone', mail: '/email' } as const
const channels = { change_phone: 'sms', change_email: 'mail' } as const

/** What signed-in people do about their own number and address. */
export class OwnContacts {
  readonly #users: Users
  readonly #codes: VerificationCodes

  constructor(users: Users, codes: VerificationCodes) {
    this.#users = users
    this.#codes = codes
  }

  /**
   * Sends a code; one that confirms who somebody is goes to what the account has, and nowhere else.
   * @throws Failure contact_missing, field_invalid, and those of `VerificationCodes.send`
   */
  send(by: Suspect, user: User, { purpose, channel, text, itc, locale }: OwnCodeRequest): Promise<CodeSent> {
    const field = fields[channel]
    if (purpose === 'verify_identity') {
      if (text !== undefined) refuseField(field, 'must not be sent: the code goes to what the account has')
      const contact = ownContact(user, channel) ?? refuse('contact_missing')
      return this.#codes.send(by, { purpose, contact, user, locale })
    }
    if (channel !== channels[purpose]) refuseField('/type', 'must be what the purpose changes')
    const contact = { channel, text: text ?? refuseField(field, 'is needed: the code goes to what is to be had'), itc }
    return this.#codes.send(by, { purpose, contact, user, locale })
  }

  /**
   * Gives a person the number or address that a code has proved. An account that has a contact wants a code of that, too.
   * Eight statements, and two a message.
   * @throws Failure phone_invalid, email_invalid, contact_missing, verification_code_wrong, too_many_requests, phone_taken,
   * email_taken
   */
  change(by: Actor, user: User, { contact, code, identity }: ContactChange): Promise<User> {
    const change = proven(contact)
    const purpose = contact.channel === 'sms' ? 'change_phone' : 'change_email'
    const claims = [{ purpose, contact, code, user } as const]
    const known = user.phone !== null || user.email !== null
    if (!known) return this.#codes.redeem(by, claims, (trx) => this.#users.changeWithin(trx, by, user.id, change))
    if (!identity) return refuseField('/identityCode', 'is needed: the account has a contact')
    const own = ownContact(user, identity.channel) ?? refuse('contact_missing')
    const both = [...claims, { purpose: 'verify_identity', contact: own, code: identity.code, user } as const]
    return this.#codes.redeem(by, both, (trx) => this.#users.changeWithin(trx, by, user.id, change))
  }

  /**
   * The same for a person who has just given the password.
   * @throws Failure phone_invalid, email_invalid, verification_code_wrong, too_many_requests, phone_taken, email_taken
   */
  changeProven(by: Suspect, user: User, contact: Contact, code: string): Promise<User> {
    const change = proven(contact)
    const purpose = contact.channel === 'sms' ? 'change_phone' : 'change_email'
    const claim = { purpose, contact, code, user } as const
    return this.#codes.redeem(by, [claim], (trx) => this.#users.changeWithin(trx, by, user.id, change))
  }
}

function ownContact({ itc, phone, email }: User, channel: Channel): Contact | undefined {
  if (channel === 'mail') return email === null ? undefined : { channel, text: email }
  return phone === null ? undefined : { channel, text: phone, itc: itc ?? undefined }
}

/** A number in parts, an address with its domain in ASCII: as codes were sent to it. */
function proven({ channel, text, itc }: Contact) {
  if (channel === 'mail') return { email: readMailAddress(text) ?? refuse('email_invalid'), emailVerified: true }
  return { ...(readSmsPhone(text, itc) ?? refuse('phone_invalid')), phoneVerified: true }
}
