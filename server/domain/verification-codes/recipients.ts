import { findUsersByKeys, type User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { type Channel, localeOf, type MessageLocale } from '../messages/message.ts'
import { canonicalMail, readMailAddress } from '../text/mail.ts'
import { canonicalName } from '../text/names.ts'
import { canonicalPhone, parsePhone } from '../text/phones.ts'
import { readSmsPhone } from '../text/sms-phones.ts'

/** A number or mail address as a person gives it. */
export interface Contact {
  readonly channel: Channel
  readonly text: string
  /** Dialling code of a number that brings none. */
  readonly itc?: string | undefined
}

/** The address to send to; undefined when it is none that messages can be sent to. */
export function readContact({ channel, text, itc }: Contact): string | undefined {
  if (channel === 'mail') return readMailAddress(text)
  const phone = readSmsPhone(text, itc)
  return phone && canonicalPhone(phone)
}

/** Under what codes for a number or address are kept and counted, whether or not anything can be sent to it. */
export function contactKey({ channel, text, itc }: Contact): string {
  const phone = channel === 'sms' ? parsePhone(text, itc) : undefined
  const mail = channel === 'mail' ? canonicalMail(text) : canonicalName(text)
  return `${channel}:${phone ? canonicalPhone(phone) : mail}`
}

/** Whose number or address that is, by what is stored. One statement. */
export async function findOwner(db: Db, { channel, text, itc }: Contact): Promise<User | undefined> {
  const phone = channel === 'sms' ? parsePhone(text, itc) : undefined
  const [owner] = await findUsersByKeys(db, {
    userNames: [],
    phones: phone ? [canonicalPhone(phone)] : [],
    emails: channel === 'mail' ? [canonicalMail(text), canonicalName(text)] : [],
  })
  return owner
}

/** The language of who is written to; of who asks where nobody is known. */
export const languageFor = (user: User | undefined, asked: MessageLocale): MessageLocale =>
  user ? localeOf(user) : asked
