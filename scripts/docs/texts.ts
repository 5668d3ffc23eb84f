import { en, type Texts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The languages of the docs, the default one first. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** Everything the docs say by themselves, by language. */
export const texts: Readonly<Record<Language, Texts>> = { en, zh }
