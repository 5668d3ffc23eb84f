import type { User } from '../../db/queries/users.ts'
import { readMailAddress } from '../text/mail.ts'
import { canonicalPhone } from '../text/phones.ts'
import { mayGetSms } from '../text/sms-phones.ts'
import type { Channel } from './message.ts'

/** What of a user messages are sent to. */
export type Reachable = Pick<User, 'itc' | 'phone' | 'email'>

/** The number or address of a user as it is stored, to send to; undefined when there is none that may be sent to. */
export function storedContact({ itc, phone, email }: Reachable, channel: Channel): string | undefined {
  if (channel === 'mail') return email === null ? undefined : readMailAddress(email)
  if (phone === null || itc === null || !mayGetSms({ itc, phone })) return undefined
  return canonicalPhone({ itc, phone })
}
