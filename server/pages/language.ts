/** A language the hosted pages are written in. */
export type Locale = 'zh' | 'en'

/** Address of the page a person is looking at, in each language. */
export type LanguageLinks = Readonly<Record<Locale, string>>

/** BCP 47 tag for the `lang` attribute. */
export const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' }

/**
 * Links to the same page in each language, everything else in the query kept.
 * @param pathAndQuery path and query of the page, such as `/Account/Login?ReturnUrl=%2F`; for a page that answers a POST, that of its GET.
 * Source: `ui_locales`, OpenID Connect Core 3.1.2.1.
 */
export function languageLinks(pathAndQuery: string): LanguageLinks {
  const [path = '/', query = ''] = pathAndQuery.split(/\?(.*)/s)
  const link = (locale: Locale) => {
    const parameters = new URLSearchParams(query)
    parameters.set('ui_locales', locale)
    return `${path}?${parameters}`
  }
  return { zh: link('zh'), en: link('en') }
}
