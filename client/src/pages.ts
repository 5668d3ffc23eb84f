/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** How many items there are on all pages. */
  readonly total: number
  readonly isLast: boolean
}

/** A list: awaited it is its first page, and in `for await` each of its items, page after page as they are wanted. */
export type Pages<Item> = Promise<Page<Item>> & AsyncIterable<Item>

/** The query of a list, where the client says which page when you do not. */
export type PageQuery<Query> = Omit<Query, 'offset' | 'limit'> &
  Partial<Pick<Query, Extract<keyof Query, 'offset' | 'limit'>>>

type Query = Readonly<Record<string, unknown>>

/** How an API gives its lists in pages. */
export interface Paging {
  /** The query parameter that counts pages, and the query where nothing else is asked for. */
  readonly counter: string
  readonly defaults: Query
  /** Reads an answer. */
  read(answer: unknown, place: PagePlace): Page<unknown>
}

/** Where in a list a page is. */
export interface PagePlace {
  /** What was asked for. */
  readonly query: Query
  /** What was asked for first. */
  readonly start: Query
  /** How many items there were since. */
  readonly seen: number
}

/** Asks for one page. */
export type AskForPage = (query: Query) => Promise<unknown>

/** A list that is asked for at once: its first page, and the way on. */
export function pagesOf<Item>(
  paging: Paging,
  given: Query,
  signal: AbortSignal | undefined,
  ask: AskForPage,
): Pages<Item> {
  const start = withDefaults(paging, given)
  const first = ask(start).then((answer) => paging.read(answer, { query: start, start, seen: 0 })) as Promise<
    Page<Item>
  >
  return Object.assign(first, { [Symbol.asyncIterator]: () => readPages(paging, given, signal, ask, first) })
}

/**
 * Reads pages one after the other, each when its first item is wanted, and gives their items. Ends after the last page
 * and at one without items.
 * @param known the first page, when it has been asked for already
 * @throws what `ask` throws, or the reason of the signal
 */
export async function* readPages<Item>(
  paging: Paging,
  given: Query,
  signal: AbortSignal | undefined,
  ask: AskForPage,
  known?: Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  const start = withDefaults(paging, given)
  let query = start
  let seen = 0
  let next = known
  for (;;) {
    const page = (next ? await next : paging.read(await ask(query), { query, start, seen })) as Page<Item>
    next = undefined
    for (const item of page.items) {
      signal?.throwIfAborted()
      yield item
    }
    if (page.items.length === 0 || page.isLast) return
    seen += page.items.length
    query = { ...query, [paging.counter]: Number(query[paging.counter]) + 1 }
  }
}

function withDefaults({ defaults }: Paging, given: Query): Query {
  const missing = Object.entries(defaults).filter(([name]) => given[name] === undefined)
  return { ...given, ...Object.fromEntries(missing) }
}
