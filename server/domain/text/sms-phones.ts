import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { canonicalName } from './names.ts'
import { canonicalPhone, defaultItc, type Phone, parsePhone } from './phones.ts'

/** Kinds of number that text messages reach; a plan that does not tell them apart says nothing. */
const reached = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE', 'PERSONAL_NUMBER', undefined])

/**
 * Reads a number that somebody wants a text message at: as `parsePhone` does, but one that the full numbering plans know, that
 * text messages reach, and nothing around it.
 * @returns undefined when it is none
 */
export function readSmsPhone(text: string, itc: string = defaultItc): Phone | undefined {
  const phone = parsePhone(text, itc)
  return phone && /^[\d\s()+.-]+$/.test(canonicalName(text)) && judge(phone) === 'reached' ? phone : undefined
}

/** Whether a text message may be tried at a number that is stored: not at one that the plans know for another kind. */
export function mayGetSms(phone: Phone): boolean {
  return judge(phone) !== 'other'
}

function judge(phone: Phone): 'reached' | 'other' | 'unknown' {
  const number = parsePhoneNumberFromString(canonicalPhone(phone), { extract: false })
  if (!number?.isValid()) return 'unknown'
  return reached.has(number.getType()) ? 'reached' : 'other'
}
