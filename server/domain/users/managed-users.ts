import { isTooSlow } from '../../db/away.ts'
import {
  estimateManagedUsers,
  gatherManagedUsers,
  type ManagedUser,
  type ManagedUserFilter,
  mostCounted,
  walkManagedUsers,
} from '../../db/queries/managed-users.ts'
import type { AccountState, Db } from '../../db/schema.ts'
import { canonicalProvider } from '../external-logins/identity.ts'
import { Failure } from '../failure.ts'
import { type Listed, PageEnds, type Slice } from '../paging.ts'
import { canonicalMail } from '../text/mail.ts'
import { canonicalName } from '../text/names.ts'
import { canonicalPhone, parsePhone } from '../text/phones.ts'
import { parseMoment } from '../text/times.ts'
import { searchTerm } from './search-term.ts'

export type { ManagedUser } from '../../db/queries/managed-users.ts'

/** Which users, in the words of the contract (api-44993795); an empty list is no condition. */
export interface UserSearch {
  readonly keyword?: string | undefined
  readonly hasEmail?: boolean | null | undefined
  readonly hasPhone?: boolean | null | undefined
  readonly userGuid?: readonly string[] | undefined
  readonly client?: readonly string[] | undefined
  readonly userName?: readonly string[] | undefined
  readonly email?: readonly string[] | undefined
  readonly phone?: readonly string[] | undefined
  readonly external?: readonly string[] | undefined
  readonly accountState?: readonly AccountState[] | undefined
  /** RFC 3339. */
  readonly createAfter?: string | null | undefined
  readonly createBefore?: string | null | undefined
  readonly lastLoginAfter?: string | null | undefined
  readonly lastLoginBefore?: string | null | undefined
}

/** Users as the back office lists them. */
export class ManagedUsers {
  readonly #db: Db
  readonly #ends = new PageEnds()

  constructor(db: Db) {
    this.#db = db
  }

  /**
   * Users for whom all conditions hold, the newest first. One statement without conditions, and with conditions for as many users
   * as are counted; three when there are more, one for each further page of them. A leap over many users of conditions may take longer
   * than a statement may; pages that are read in a row do not.
   * @throws Failure field_invalid
   */
  list(search: UserSearch, slice: Slice): Promise<Listed<ManagedUser>> {
    const filter = filterOf(search)
    const everybody = Object.values(filter).every((condition) => condition === undefined)
    return this.#ends.read(JSON.stringify(filter), slice, async (rows, after, total = 0) => {
      if (everybody) return walkManagedUsers(this.#db, filter, rows, after)
      if (total > mostCounted) return walkManagedUsers(this.#db, filter, rows, after, total)
      const gathered = await gatherManagedUsers(this.#db, filter, slice)
      if (gathered.total <= mostCounted) return gathered
      const estimate = Math.max(await estimateManagedUsers(this.#db, filter), gathered.total)
      const walked = walkManagedUsers(this.#db, filter, rows, after, estimate)
      return rows.offset === 0 ? walked : walked.catch(tooFar)
    })
  }
}

/** Whoever leaps asked for too much; that it took too long is no fault of the server. @throws Failure field_invalid */
function tooFar(error: unknown): never {
  if (!isTooSlow(error)) throw error
  const description = '/query/pageNum is too far to leap to; read the pages in a row, or give closer conditions'
  throw new Failure('field_invalid', [], { description })
}

/**
 * Conditions as the database asks for them.
 * @param within where they stand in the request, as a JSON pointer
 * @throws Failure field_invalid
 */
export function filterOf(search: UserSearch, within = '/query'): ManagedUserFilter {
  const moment = (name: string, text: string | null | undefined) => momentOf(`${within}/${name}`, text)
  return {
    hasEmail: search.hasEmail ?? undefined,
    hasPhone: search.hasPhone ?? undefined,
    ids: unlessEmpty(search.userGuid),
    clientIds: unlessEmpty(search.client),
    userNames: unlessEmpty(search.userName)?.map(canonicalName),
    emails: unlessEmpty(search.email)?.flatMap((text) => [canonicalMail(text), canonicalName(text)]),
    phones: unlessEmpty(search.phone)?.flatMap(phoneKey),
    providers: unlessEmpty(search.external)?.map(canonicalProvider),
    states: unlessEmpty(search.accountState),
    createdFrom: moment('createAfter', search.createAfter),
    createdUntil: moment('createBefore', search.createBefore),
    signedInFrom: moment('lastLoginAfter', search.lastLoginAfter),
    signedInUntil: moment('lastLoginBefore', search.lastLoginBefore),
    term: search.keyword === undefined ? undefined : searchTerm(search.keyword),
  }
}

const unlessEmpty = <T>(list: readonly T[] | undefined) => (list?.length ? list : undefined)

/** What is no number is nobody's. */
function phoneKey(text: string): string[] {
  const number = parsePhone(text)
  return number ? [canonicalPhone(number)] : []
}

function momentOf(at: string, text: string | null | undefined): Date | undefined {
  if (text === null || text === undefined) return undefined
  const time = parseMoment(text)
  if (!time) throw new Failure('field_invalid', [], { description: `${at} must be a moment (RFC 3339)` })
  return time
}
