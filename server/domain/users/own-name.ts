import type { User } from '../../db/queries/users.ts'
import { Failure } from '../failure.ts'
import { canonicalMail, readMailAddress } from '../text/mail.ts'
import { canonicalPhone } from '../text/phones.ts'
import { readSmsPhone } from '../text/sms-phones.ts'

/**
 * A user name that people choose themselves is no number or address but their own: whoever has it signs in with it. Whether
 * anybody does is not looked at, so that the answer tells nobody. Applications and administrators name people as they like.
 * @throws Failure name_invalid
 */
export function refuseForeignContact(user: Pick<User, 'userName' | 'itc' | 'phone' | 'email'>): void {
  const { userName, itc, phone, email } = user
  const number = readSmsPhone(userName)
  const isForeignNumber = number && !(itc && phone && canonicalPhone(number) === canonicalPhone({ itc, phone }))
  const isForeignAddress = readMailAddress(userName) && canonicalMail(userName) !== canonicalMail(email ?? '')
  if (!isForeignNumber && !isForeignAddress) return
  const description = '/body/userName must not be a phone number or mail address other than the own'
  throw new Failure('name_invalid', [], { description })
}
