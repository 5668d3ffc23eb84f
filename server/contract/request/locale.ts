import type { Request } from 'express'

/** The languages that people are spoken to in; the first is that of who asks for none at all. */
const locales = ['zh', 'en'] as const
export type Locale = (typeof locales)[number]

/** The cookie that keeps the language a person has switched to; see `rememberLanguage`. */
export const languageCookie = 'oa_language'

function firstKnown(tags: readonly string[]): Locale | undefined {
  for (const tag of tags) {
    // POSIX and Java write `zh_CN` for what BCP 47 writes `zh-CN`.
    const language = tag.trim().toLowerCase().split(/[-_;]/, 1)[0]
    const known = locales.find((locale) => locale === language)
    if (known) return known
  }
  return undefined
}

/** The first language of `ui_locales` that pages are written in. */
export function knownLocale(uiLocales: string): Locale | undefined {
  return firstKnown(uiLocales.split(' '))
}

/**
 * The language of the answer: header `X-L`, then `ui_locales`, then what the browser was shown before, then
 * `Accept-Language`. Who asks for languages that are not spoken here gets English, who asks for none Chinese.
 */
export function localeOf(request: Request, remembered: string | undefined): Locale {
  const xl = request.headers['x-l']
  const asked = request.query.ui_locales
  const accepted = request.acceptsLanguages()
  return (
    firstKnown(typeof xl === 'string' ? xl.split(',') : []) ??
    knownLocale(typeof asked === 'string' ? asked : '') ??
    firstKnown([remembered ?? '']) ??
    firstKnown(accepted) ??
    (accepted.every((tag) => tag === '*') ? 'zh' : 'en')
  )
}
