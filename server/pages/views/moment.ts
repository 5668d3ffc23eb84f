import { type Html, html } from '../html.ts'
import { LANGUAGE_TAGS, type Locale } from '../language.ts'

/** Nobody has said where the reader is: the zone stands beside the time. */
const zone = 'Asia/Shanghai'
const formats = (['zh', 'en'] as const).map(
  (locale) =>
    [
      locale,
      {
        time: new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], {
          dateStyle: 'medium',
          timeStyle: 'short',
          timeZone: zone,
          hourCycle: 'h23',
        }),
        day: new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { dateStyle: 'long', timeZone: zone }),
      },
    ] as const,
)
const formatOf = Object.fromEntries(formats) as Record<Locale, (typeof formats)[number][1]>

/** A moment, to the minute, in China's time. */
export function moment(locale: Locale, time: Date): Html {
  return html`<time datetime="${time.toISOString()}">${formatOf[locale].time.format(time)} <abbr title="UTC+8">+08</abbr></time>`
}

/** A day. */
export function day(locale: Locale, time: Date): Html {
  return html`<time datetime="${time.toISOString()}">${formatOf[locale].day.format(time)}</time>`
}
