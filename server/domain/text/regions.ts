import countries from 'i18n-iso-countries/codes.json' with { type: 'json' }

const countryCodes: ReadonlySet<string | undefined> = new Set(countries.map(([code]) => code))
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Whether it is the code of a country (ISO 3166-1 alpha-2). */
export function isCountryCode(text: string): boolean {
  return countryCodes.has(text)
}

/**
 * A language tag (BCP 47) in the form in which it is written, `zh-CN` for `zh-cn`.
 * @returns undefined when it is none, or of a language that nobody knows
 */
export function languageTag(text: string): string | undefined {
  try {
    const locale = new Intl.Locale(text)
    return languages.of(locale.language) && locale.toString()
  } catch {
    // What is not well-formed.
    return undefined
  }
}
