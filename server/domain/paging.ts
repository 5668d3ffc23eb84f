import { createHash } from 'node:crypto'
import type { PageUpTo, Place, Slice } from '../db/queries/paging.ts'

export type { Listed, Slice } from '../db/queries/paging.ts'

/** Entries that are kept, and for how long, in milliseconds: whoever reads on does so at once. */
const capacity = 10_000
const lifetime = 5 * 60_000

/**
 * Where pages ended. The API counts pages; the database would have to walk over all rows before one to find it. Pages that are
 * read in a row go on where the one before ended instead, at the same cost however far they are. It is a short cut and nothing
 * more: a process that does not know the place counts.
 */
export class PageEnds<P = Place> {
  readonly #ends = new Map<string, { place: P; total: number; until: number }>()

  /**
   * Reads one page.
   * @param list tells lists apart, with whatever they are filtered by
   * @param read reads the rows of a slice; behind a place, where one is given, with the number of all rows as it was there
   */
  async read<T>(
    list: string,
    slice: Slice,
    read: (slice: Slice, after: P | undefined, total: number | undefined) => Promise<PageUpTo<T, P>>,
  ): Promise<PageUpTo<T, P>> {
    const after = slice.offset === 0 ? undefined : this.#find(keyOf(list, slice.offset))
    const page = await read(after ? { ...slice, offset: 0 } : slice, after?.place, after?.total)
    if (page.end) this.#keep(keyOf(list, slice.offset + page.items.length), page.end, page.total)
    return page
  }

  #find(key: string): { place: P; total: number } | undefined {
    const known = this.#ends.get(key)
    return known && known.until > Date.now() ? known : undefined
  }

  #keep(key: string, place: P, total: number): void {
    this.#ends.delete(key)
    this.#ends.set(key, { place, total, until: Date.now() + lifetime })
    if (this.#ends.size <= capacity) return
    const [oldest] = this.#ends.keys()
    if (oldest !== undefined) this.#ends.delete(oldest)
  }
}

/** What a list is filtered by may be long, and it may be personal: a hash stands for it. */
function keyOf(list: string, offset: number): string {
  return `${createHash('sha256').update(list).digest('base64')} ${offset}`
}
