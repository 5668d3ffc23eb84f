import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min'

/** A country or region whose numbers are taken, and how such a number is written. */
export interface CountryCode {
  readonly country: string
  readonly dialling: string
  readonly names: { readonly 'zh-TW': string; readonly en: string; readonly 'zh-CN': string }
  readonly pattern: string
}

/** As the vendor's page prints them (S6). */
const printed: readonly CountryCode[] = [
  {
    country: 'CN',
    dialling: '86',
    names: { 'zh-TW': '中國', en: 'China', 'zh-CN': '中国' },
    pattern: '^(\\+86){0,1}\\-?1\\d{10}$',
  },
  {
    country: 'HK',
    dialling: '852',
    names: { 'zh-TW': '中國香港', en: 'Hong Kong, China', 'zh-CN': '中国香港' },
    pattern: '^(\\+852){1}\\-?0{0,1}[1,4,5,6,7,8,9](?:\\d{7}|\\d{8}|\\d{12})$',
  },
  {
    country: 'MO',
    dialling: '853',
    names: { 'zh-TW': '中國澳門', en: 'Macao, China', 'zh-CN': '中国澳门' },
    pattern: '^(\\+853){1}\\-?0{0,1}[1,4,5,6,7,8,9](?:\\d{7}|\\d{8}|\\d{12})$',
  },
  {
    country: 'TW',
    dialling: '886',
    names: { 'zh-TW': '中國台灣', en: 'Taiwan, China', 'zh-CN': '中国台湾' },
    pattern: '^(\\+886){1}\\-?[6,7,9](?:\\d{7}|\\d{8})$',
  },
  {
    country: 'AF',
    dialling: '93',
    names: { 'zh-TW': '阿富汗', en: 'Afghanistan', 'zh-CN': '阿富汗' },
    pattern: '^(\\+93){1}\\-\\d{6,11}',
  },
]

/** The printed ones first, then all others that have numbering plans, in the order of their codes. */
export const countryCodes: readonly CountryCode[] = [...printed, ...others()]

function others(): CountryCode[] {
  const known = new Set(printed.map(({ country }) => country))
  const [taiwan, english, china] = ['zh-TW', 'en', 'zh-CN'].map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }),
  )
  const nameIn = (names: Intl.DisplayNames | undefined, country: string) => names?.of(country) ?? country
  return getCountries()
    .filter((country) => !known.has(country))
    .map((country) => {
      const dialling = getCountryCallingCode(country)
      return {
        country,
        dialling,
        names: { 'zh-TW': nameIn(taiwan, country), en: nameIn(english, country), 'zh-CN': nameIn(china, country) },
        // E.164: fifteen digits at most, the dialling code among them.
        pattern: `^(\\+${dialling}){1}\\-?\\d{4,${15 - dialling.length}}$`,
      }
    })
}
