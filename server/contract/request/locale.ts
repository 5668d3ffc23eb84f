import type { Locale } from '../../errors/domain-error.ts'

function known(tag: string): Locale | undefined {
  const language = tag.trim().toLowerCase().split('-', 1)[0]
  return language === 'zh' || language === 'en' ? language : undefined
}

function firstKnown(tags: readonly string[]): Locale | undefined {
  for (const tag of tags) {
    const locale = known(tag)
    if (locale) return locale
  }
  return undefined
}

/** Language ranges by falling weight (RFC 9110 section 12.5.4). */
function acceptedTags(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';')
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/i.exec(text)?.[1]).find(Boolean)
      return { tag, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}

/** The cookie that keeps the language a person has switched to; see `rememberLanguage`. */
export const languageCookie = 'oa_language'

/** The first language of `ui_locales` that pages are written in. */
export function knownLocale(uiLocales: string): Locale | undefined {
  return firstKnown(uiLocales.split(' '))
}

/**
 * The language of the answer: header `X-L`, then `ui_locales`, then what the browser was shown before, then
 * `Accept-Language`, else Chinese.
 */
export function localeOf(wishes: {
  readonly xl?: string | undefined
  readonly uiLocales?: string | undefined
  readonly remembered?: string | undefined
  readonly acceptLanguage?: string | undefined
}): Locale {
  return (
    firstKnown([wishes.xl ?? '']) ??
    knownLocale(wishes.uiLocales ?? '') ??
    firstKnown([wishes.remembered ?? '']) ??
    firstKnown(acceptedTags((wishes.acceptLanguage ?? '').slice(0, 500))) ??
    'zh'
  )
}
