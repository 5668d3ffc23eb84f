import {
  getCountries,
  getCountryCallingCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'
import { canonicalName } from './names.ts'

/** Where a number without a dialling code is from. */
export const defaultItc = '+86'

/** A phone number as it is stored: dialling code and national number, digits only. */
export interface Phone {
  /** Dialling code with its plus. */
  readonly itc: string
  readonly phone: string
}

/**
 * Reads a phone number however it is written: with or without dialling code, `+` or `00` before it, blanks, hyphens, full-width
 * digits, a trunk zero. Numbers that the numbering plans do not know (the documented samples, numbers newer than the plans) are
 * taken as they are, digits only; whether a number can be called is for whoever calls it to find out.
 * @param itc the dialling code of a number that brings none
 * @returns undefined when it is no phone number, or one with an extension
 */
export function parsePhone(text: string, itc: string = defaultItc): Phone | undefined {
  const typed = canonicalName(text).replace(/^00/, '+')
  const number = readNumber(typed, itc)
  if (!number?.isPossible()) return fitting(itc, typed)
  if (number.ext) return undefined
  const dialled = `+${number.countryCallingCode}`
  return fitting(dialled, number.number.slice(dialled.length))
}

/** Dialling codes of the numbering plans; the library throws over any other. */
const plans = new Set<string>(getCountries().map((country) => getCountryCallingCode(country)))

function readNumber(typed: string, itc: string): PhoneNumber | undefined {
  const defaultCallingCode = itc.slice(1)
  if (!plans.has(defaultCallingCode)) return undefined
  return parsePhoneNumberFromString(typed, { defaultCallingCode, extract: false })
}

/** The form in which phone numbers are compared: E.164. The tables make the same of their two columns. */
export function canonicalPhone({ itc, phone }: Phone): string {
  return itc + phone
}

/** A number as the vendor's samples have it: alone at home, with the dialling code from abroad; null for none. */
export function shortPhone({
  itc,
  phone,
}: {
  readonly itc: string | null
  readonly phone: string | null
}): string | null {
  return phone === null || itc === null || itc === defaultItc ? phone : itc + phone
}

/** What the columns hold. */
function fitting(itc: string, phone: string): Phone | undefined {
  return /^\+[0-9]{1,6}$/.test(itc) && /^[0-9]{3,20}$/.test(phone) ? { itc, phone } : undefined
}
