import type { User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { type Reachable, storedContact } from './contacts.ts'
import { type Channel, localeOf, type Message, type NoticePurpose } from './message.ts'
import type { Messages } from './messages.ts'

/** How long a notice is worth sending, in seconds. */
const lifetime = 24 * 60 * 60

/** Whoever is told. */
export type Owner = Reachable & Pick<User, 'preferredLanguage'>

/** Tells owners what was done to their accounts, within the transaction that does it. Two statements a message. */
export class Notices {
  readonly #messages: Messages

  constructor(messages: Messages) {
    this.#messages = messages
  }

  /** To the mail address, without one to the number. */
  passwordChanged(trx: Db, owner: Owner): Promise<void> {
    return this.#tell(trx, 'password_changed', owner, preferred(owner))
  }

  /** To the mail address, without one to the number. @param address where it came from */
  newSignIn(trx: Db, owner: Owner, address: string): Promise<void> {
    return this.#tell(trx, 'new_sign_in', owner, preferred(owner), { address })
  }

  /** That a login at a provider was linked, which lets its owner in. To the mail address, without one to the number. */
  loginAdded(trx: Db, owner: Owner): Promise<void> {
    return this.#tell(trx, 'login_added', owner, preferred(owner))
  }

  /** That a login at a provider was taken off. To the mail address, without one to the number. */
  loginRemoved(trx: Db, owner: Owner): Promise<void> {
    return this.#tell(trx, 'login_removed', owner, preferred(owner))
  }

  /** To the old number or address as well as the new one: whoever changed it has only one of them. */
  async contactChanged(trx: Db, owner: Owner, former: Reachable, changed: readonly string[]): Promise<void> {
    if (changed.includes('phone')) await this.#tell(trx, 'phone_changed', owner, both('sms', former, owner))
    if (changed.includes('email')) await this.#tell(trx, 'email_changed', owner, both('mail', former, owner))
  }

  async #tell(
    trx: Db,
    purpose: NoticePurpose,
    owner: Owner,
    recipients: readonly (readonly [Channel, string | undefined])[],
    details: Pick<Message, 'address'> = {},
  ): Promise<void> {
    const ways = this.#messages.channels()
    const reached = recipients.filter(([channel, to]) => to !== undefined && ways.includes(channel))
    for (const [channel, to = ''] of reached) {
      await this.#messages.post(trx, { channel, to, purpose, locale: localeOf(owner), ...details }, lifetime)
    }
  }
}

/** One way to reach somebody. */
function preferred(owner: Reachable): [Channel, string | undefined][] {
  const mail = storedContact(owner, 'mail')
  return mail === undefined ? [['sms', storedContact(owner, 'sms')]] : [['mail', mail]]
}

function both(channel: Channel, former: Reachable, owner: Reachable): [Channel, string | undefined][] {
  const contacts = new Set([storedContact(former, channel), storedContact(owner, channel)])
  return [...contacts].map((to) => [channel, to])
}
