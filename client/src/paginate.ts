import type { AccountClient } from './account-client.ts'
import type { paths } from './generated/account.ts'
import { readPages } from './read-pages.ts'
import type { CallOptions } from './transport/caller.ts'
import type { AnswerOf, PathsOf, QueryOf } from './typed-call.ts'
import { type Outcome, unwrap } from './unwrap.ts'

/** What a page says besides its items. */
interface Page<Item = unknown> {
  readonly data: readonly Item[]
  /** How many items there are on all pages. */
  readonly totalNum: number
  /** How many items the server puts on a page. */
  readonly pageSize: number
}

/** The paths of the contract whose GET operation answers in pages. */
export type PagedPath = {
  // An address that only redirects answers nothing, and nothing is a page of anything.
  [Path in PathsOf<paths, 'get'>]: [AnswerOf<paths, Path, 'get'>] extends [never]
    ? never
    : AnswerOf<paths, Path, 'get'> extends Page
      ? Path
      : never
}[PathsOf<paths, 'get'>]

/** What the pages at a path hold. */
export type PagedItem<Path extends PagedPath> = AnswerOf<paths, Path, 'get'> extends Page<infer Item> ? Item : never

/** The query: `pageNum` is the page to begin with, `pageSize` how many items each request asks for. */
type PagedQuery<Path extends PagedPath> =
  Record<never, never> extends QueryOf<paths, Path>
    ? { readonly query?: QueryOf<paths, Path> | undefined }
    : { readonly query: QueryOf<paths, Path> }

/** How pages are read. */
export type PaginateOptions<Path extends PagedPath> = CallOptions & PagedQuery<Path>

/**
 * Reads all pages of an operation, one after the other and each when its first item is wanted, and gives their items.
 * Ends after `totalNum` items and at a page without items; leaving the loop asks for no further page. Items that come
 * or go meanwhile can be missed or seen twice, as the server counts pages anew for each request.
 * @param path an operation that answers in pages
 * @throws {EnvelopeError} from the loop: the server refuses a page
 * @throws the reason of the signal, from the loop: it was aborted
 */
export async function* paginate<Path extends PagedPath>(
  client: Pick<AccountClient, 'GET'>,
  path: Path,
  ...[options]: Record<never, never> extends PaginateOptions<Path>
    ? [options?: PaginateOptions<Path>]
    : [options: PaginateOptions<Path>]
): AsyncGenerator<PagedItem<Path>, void, undefined> {
  const { query, signal } = (options ?? {}) as CallOptions & { readonly query?: { readonly pageNum?: number } }
  const get = client.GET as unknown as (path: string, init: object) => Promise<Outcome & { readonly data?: Page }>
  yield* readPages(query?.pageNum ?? 1, signal, async (pageNum) => {
    const outcome = await get(path, { params: { query: { ...query, pageNum } }, signal })
    const items = (await unwrap<Outcome>(outcome)) as readonly PagedItem<Path>[]
    // The server's own page size counts: it may give fewer than were asked for.
    const { totalNum, pageSize } = outcome.data as Page
    return { items, isLast: pageNum * pageSize >= totalNum }
  })
}
