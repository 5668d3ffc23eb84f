import type { Locale } from '../language.ts'
import { en, type Messages } from './en.ts'
import { zh } from './zh.ts'

export type { Messages } from './en.ts'

/** Why a sign-in was refused. */
export type SignInError = keyof Messages['signIn']['errors']

/** Why a sign-in by code did not go on. */
export type CodeSignInError = keyof Messages['codeSignIn']['errors']

/** Why a page asks for a captcha. */
export type CaptchaProblem = keyof Messages['captcha']['problems']

/** Why a device code was not accepted. */
export type DeviceError = keyof Messages['device']['errors']

/** What can be wrong with a form. */
export type FormError = keyof Messages['accountCentre']['errors']

/** What the account centre has just done. */
export type AccountNotice = keyof Messages['accountCentre']['notices']

/** Whether a word names something that the account centre has done. */
export function isAccountNotice(word: string): word is AccountNotice {
  return Object.hasOwn(en.accountCentre.notices, word)
}

/** Whether a word is a kind of problem that forms have a text for. */
export function isFormError(kind: string): kind is FormError {
  return Object.hasOwn(en.accountCentre.errors, kind)
}

const CATALOGUES: Readonly<Record<Locale, Messages>> = { zh, en }

/** The texts of the hosted pages in one language. */
export function messages(locale: Locale): Messages {
  return CATALOGUES[locale]
}
