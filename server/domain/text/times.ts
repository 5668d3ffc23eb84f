/** Whether a text is a day of the calendar, `YYYY-MM-DD`: what JavaScript reads as the 31st of February is one of March. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(`${text}T`)
}

/** A moment of RFC 3339. @returns undefined when it is none */
export function parseMoment(text: string): Date | undefined {
  if (!isDay(text.slice(0, 10))) return undefined
  // A leap second is the first of the next minute: clocks do not count it.
  const leap = /^(\d{4}-\d\d-\d\dT\d\d:\d\d):60/i.exec(text)
  const time = Date.parse(leap ? text.replace(':60', ':59') : text) + (leap ? 1000 : 0)
  return Number.isNaN(time) ? undefined : new Date(time)
}

const first = Date.parse('0000-01-01T00:00:00.000Z')
const last = Date.parse('9999-12-31T23:59:59.999Z')

/** A moment as answers show it; one that RFC 3339 cannot write in UTC is the nearest that it can. */
export function writeMoment(moment: Date): string {
  return new Date(Math.min(Math.max(moment.getTime(), first), last)).toISOString()
}

/**
 * Names that ICU knows beside those of IANA, and that say something else elsewhere: `CST` is Chicago there, and China Standard Time to
 * many who call. Days of another place would be a wrong answer that nobody notices.
 */
const ambiguous = new Set(
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(' '),
)

/** Whether it is a time zone (IANA). */
export function isTimeZone(text: string): boolean {
  if (ambiguous.has(text.toUpperCase())) return false
  try {
    return offset(0, text) !== undefined
  } catch {
    return false
  }
}

/**
 * When a day begins in a time zone.
 * @param day `YYYY-MM-DD`
 * @param later how many days later
 */
export function startOfDay(day: string, timeZone: string, later = 0): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`) + later * 86_400_000
  // The offset at midnight in UTC may not be that of midnight there, where clocks change in between.
  const nearly = midnight - offset(midnight, timeZone)
  return new Date(midnight - offset(nearly, timeZone))
}

/** By how many milliseconds clocks in a time zone are ahead of UTC. @throws RangeError when there is no such zone */
function offset(time: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  const text = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(text) ?? []
  return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}
