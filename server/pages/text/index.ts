import type { Locale } from '../views/language.ts'
import { en, type Messages } from './en.ts'
import { zh } from './zh.ts'

export type { Messages } from './en.ts'

/** Why a sign-in was refused. */
export type SignInError = keyof Messages['signIn']['errors']

/** Why a device code was not accepted. */
export type DeviceError = keyof Messages['device']['errors']

const CATALOGUES: Readonly<Record<Locale, Messages>> = { zh, en }

/** The texts of the hosted pages in one language. */
export function messages(locale: Locale): Messages {
  return CATALOGUES[locale]
}
