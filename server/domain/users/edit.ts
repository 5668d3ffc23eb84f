import type { UserChange } from '../../db/queries/user-changes.ts'
import { Failure, refuse } from '../failure.ts'
import { judgeField, refuseField } from '../field.ts'
import { isLine, isName } from '../text/lines.ts'
import { readMailAddress } from '../text/mail.ts'
import { parsePhone } from '../text/phones.ts'
import { isCountryCode, languageTag } from '../text/regions.ts'
import { isDay } from '../text/times.ts'

/** Language of people who chose none. */
export const defaultLanguage = 'zh-CN'

/** What of a user is changed, see `UserChange`; a language of null is the default one. */
export type UserEdit = Omit<UserChange, 'preferredLanguage' | 'phoneVerified' | 'emailVerified'> & {
  readonly preferredLanguage?: string | null | undefined
}

const names = ['firstName', 'middleName', 'lastName', 'displayName'] as const
const longestLanguage = 35
/** Nobody alive was born before. */
const firstBirthday = '1900-01-01'

/**
 * Holds an edit against the rules for users, whoever makes it, and gives it the form in which it is stored.
 * @throws Failure name_invalid, phone_invalid, or field_invalid that names the field
 */
export function judgeEdit({ preferredLanguage, userName, itc, phone, ...edit }: UserEdit): UserChange {
  if (userName !== undefined && !isName(userName)) {
    throw new Failure('name_invalid', [], { description: '/body/userName must be a name that can be seen' })
  }
  for (const field of names) judgeField(`/${field}`, edit[field], isName, 'must be a name that can be seen')
  judgeField('/employeeId', edit.employeeId, isLine, 'must be one line')
  judgeField('/dateOfBirth', edit.dateOfBirth, isBirthday, `must be a day from ${firstBirthday} until today`)
  judgeField('/address/countryCode', edit.address?.countryCode, isCountryCode, 'must be a country (ISO 3166-1)')
  for (const group of ['address', 'jobInfo'] as const) {
    for (const [member, text] of Object.entries(edit[group] ?? {})) {
      judgeField(`/${group}/${member}`, text, isLine, 'must be one line')
    }
  }
  return {
    ...edit,
    userName,
    preferredLanguage:
      preferredLanguage === null ? defaultLanguage : preferredLanguage && languageOf(preferredLanguage),
    ...(phone === null && { itc: null, phone: null }),
    ...(phone && (parsePhone(phone, itc ?? undefined) ?? refuse('phone_invalid'))),
  }
}

/** @returns the address as mail is sent to it @throws Failure email_invalid */
export function judgeMailAddress(text: string): string {
  return readMailAddress(text) ?? refuse('email_invalid')
}

/** What `judgeEdit` says of one of a list, whose failure spoils no other: it is the answer. */
export function judgedEdit(edit: UserEdit): UserChange | Failure {
  try {
    return judgeEdit(edit)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

function languageOf(text: string): string {
  const tag = languageTag(text)
  return tag && tag.length <= longestLanguage ? tag : refuseField('/preferredLanguage', 'must be a language (BCP 47)')
}

/** A day of the calendar that has come, wherever on earth it is asked: days begin fourteen hours before they do in UTC. */
function isBirthday(text: string): boolean {
  const latest = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)
  return isDay(text) && text >= firstBirthday && text <= latest
}
