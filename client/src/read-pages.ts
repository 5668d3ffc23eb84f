/** One page of a list. */
export interface PageRead<Item> {
  readonly items: readonly Item[]
  readonly isLast: boolean
}

/**
 * Reads pages one after the other, each when its first item is wanted, and gives their items. Ends after the last page
 * and at one without items.
 * @param first the number of the page to begin with
 * @throws what `read` throws, or the reason of the signal
 */
export async function* readPages<Item>(
  first: number,
  signal: AbortSignal | undefined,
  read: (page: number) => Promise<PageRead<Item>>,
): AsyncGenerator<Item, void, undefined> {
  for (let page = first; ; page += 1) {
    const { items, isLast } = await read(page)
    for (const item of items) {
      signal?.throwIfAborted()
      yield item
    }
    if (items.length === 0 || isLast) return
  }
}
