import { type ListedLoginRecord, listLoginRecords } from '../../db/queries/login-record-lists.ts'
import type { Db } from '../../db/schema.ts'
import { Failure } from '../failure.ts'
import { type Listed, PageEnds, type Slice } from '../paging.ts'
import { isTimeZone, parseMoment, startOfDay } from '../text/times.ts'

export type { ListedLoginRecord } from '../../db/queries/login-record-lists.ts'

/** Which attempts to sign in; whatever is given has to fit. */
export interface LoginRecordSearch {
  readonly guid?: string | undefined
  /** RFC 3339. */
  readonly loginAfter?: string | undefined
  readonly loginBefore?: string | undefined
  /** `YYYY-MM-DD`; both days belong. */
  readonly firstDay?: string | undefined
  readonly lastDay?: string | undefined
  /** IANA name of the zone of the days. */
  readonly timeZone: string
}

/** Attempts to sign in, as they were written down. */
export class LoginRecords {
  readonly #db: Db
  readonly #ends = new PageEnds()

  constructor(db: Db) {
    this.#db = db
  }

  /** Attempts of people who are known, the newest first. One statement. @throws Failure field_invalid */
  list(search: LoginRecordSearch, slice: Slice): Promise<Listed<ListedLoginRecord>> {
    const filter = filterOf(search)
    return this.#ends.read(JSON.stringify(filter), slice, (rows, after, total) =>
      listLoginRecords(this.#db, filter, rows, after, total),
    )
  }
}

function filterOf({ guid: userId, loginAfter, loginBefore, firstDay, lastDay, timeZone }: LoginRecordSearch) {
  if (!isTimeZone(timeZone)) throw invalid('timeZone', 'must be a time zone (IANA)')
  const from = [moment('loginAfter', loginAfter), firstDay && startOfDay(firstDay, timeZone)].filter(isDate)
  const until = [moment('loginBefore', loginBefore), lastDay && startOfDay(lastDay, timeZone, 1)].filter(isDate)
  return { userId, from: from.sort(byTime).at(-1), until: until.sort(byTime)[0] }
}

function moment(name: string, text: string | undefined): Date | undefined {
  const time = text === undefined ? undefined : parseMoment(text)
  if (text !== undefined && !time) throw invalid(name, 'must be a moment (RFC 3339)')
  return time
}

const invalid = (name: string, rule: string) =>
  new Failure('field_invalid', [], { description: `/query/${name} ${rule}` })
const isDate = (value: Date | '' | undefined) => value instanceof Date
const byTime = (one: Date, other: Date) => one.getTime() - other.getTime()
