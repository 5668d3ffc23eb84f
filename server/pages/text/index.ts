import type { Locale } from '../views/language.ts'
import { en } from './en.ts'
import type { Messages } from './messages.ts'
import { zh } from './zh.ts'

const CATALOGUES: Readonly<Record<Locale, Messages>> = { zh, en }

/** The texts of the hosted pages in one language. */
export function messages(locale: Locale): Messages {
  return CATALOGUES[locale]
}
