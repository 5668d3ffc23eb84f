import { canonicalMail } from '../text/mail.ts'
import { canonicalName } from '../text/names.ts'
import { canonicalPhone, parsePhone } from '../text/phones.ts'

/** What a person typed to say who they are, in the forms in which people are looked for. */
export interface SignInName {
  /** As user names are compared, and addresses that were stored as somebody wrote them. */
  readonly canonical: string
  /** As mail addresses are compared: with their domain in ASCII. */
  readonly mail: string
  /**
   * As it was typed, but for case. Of two names of before that are one in canonical form, the younger one's key is this
   * (migration 0002): whoever bears it goes on signing in with it.
   */
  readonly typed: string
  /** As phone numbers are compared, when it can be one. */
  readonly phone: string | undefined
  /**
   * What attempts are counted under. It follows from the text alone, whether or not anybody has that name: user name,
   * number and mail address of one person are as unlike as those of three, so that no limit tells that they belong together.
   */
  readonly counted: string
}

/** Reads what stands in the field for user name, mail address or phone number. */
export function readSignInName(text: string): SignInName {
  const canonical = canonicalName(text)
  const typed = text.toLowerCase()
  const number = parsePhone(text)
  const phone = number && canonicalPhone(number)
  const mail = canonicalMail(text)
  return { canonical, mail, typed, phone, counted: phone ?? (mail || typed) }
}
