import type { OperationId } from '../../generated/operations.ts'
import type { Step } from '../walk.ts'
import type { LoadedPerson, Site } from './site.ts'

/** A call that is measured. */
export interface Call {
  readonly operation: OperationId
  /** What tells it from others of its operation. */
  readonly of?: string
  /** What is sent the nth time; whatever it needs is asked for before anything is measured. */
  step(site: Site, n: number): Step | Promise<Step>
}

/** Another person each time, from all over the table. */
export function person({ people }: Site, n: number): LoadedPerson {
  const found = people[n % people.length]
  if (!found) throw new Error('nobody is loaded')
  return found
}

/** Who is given roles. */
export function colleague({ staff }: Site, n: number): LoadedPerson {
  const found = staff[n % staff.length]
  if (!found) throw new Error('nobody is loaded')
  return found
}

/** A list that is asked for by pages. */
export interface ListCall {
  readonly operation: OperationId
  readonly of?: string
  /** How many there are of it. */
  total(site: Site): Promise<number>
  page(site: Site, page: number): Step
  /** Whether the first page is 0. */
  readonly fromZero?: boolean
  readonly pageSize: number
}

/**
 * The first page again and again; pages around the middle and before the end, none of which follows one that was asked for; and
 * pages from the middle on, one behind the other.
 */
export function pagesOf({ operation, of = '', total, page, fromZero = false, pageSize }: ListCall): Call[] {
  const pageCount = async (site: Site) => {
    const key = `${operation} ${of}`
    const known = site.totals.get(key) ?? (await total(site))
    site.totals.set(key, known)
    return Math.max(1, Math.ceil(known / pageSize))
  }
  const call = (where: string, number: (pages: number, n: number) => number): Call => ({
    operation,
    of: `${of} ${where}`.trim(),
    step: async (site, n) => {
      const pages = await pageCount(site)
      const wanted = Math.min(Math.max(number(pages, n), 1), pages)
      return page(site, fromZero ? wanted - 1 : wanted)
    },
  })
  return [
    call('first page', () => 1),
    call('middle, a leap', (pages, n) => Math.round(pages / 2) - 2 * n),
    call('last, a leap', (pages, n) => pages - 2 * n),
    call('middle, page after page', (pages, n) => Math.round(pages / 2) + 1 + n),
  ]
}
