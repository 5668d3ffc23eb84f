import type { AccountClient } from './account-client.ts'
import type { PagedItem, PagedPath } from './account-pages.ts'
import type { paths } from './generated/account.ts'
import type { OneAccessClient } from './oneaccess/client.ts'
import type { OneAccessPagedItem, OneAccessPagedPath } from './oneaccess/pages.ts'
import type { ClientPaths } from './oneaccess/types.ts'
import { type PageQuery, readPages } from './pages.ts'
import type { CallOptions } from './transport/caller.ts'
import type { QueryOf } from './typed-call.ts'
import { type Outcome, unwrap } from './unwrap.ts'

type Optional<Name extends string, Value> =
  Record<never, never> extends Value ? { readonly [_ in Name]?: Value | undefined } : { readonly [_ in Name]: Value }

type PathParameters<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [_ in Name]: string } & PathParameters<Rest>
  : Record<never, never>

/** How pages are read: `pageNum` of the query is the page to begin with, `pageSize` how many items each request asks for. */
export type PaginateOptions<Path extends PagedPath> = CallOptions & Optional<'query', QueryOf<paths, Path>>

/**
 * How pages are read: `path` are the parameters in the path; `query` is that of the operation, where `offset` is the
 * page to begin with, 0 when left out, and `limit` how many rows each request asks for, 100 when left out.
 */
export type OneAccessPaginateOptions<Path extends OneAccessPagedPath> = CallOptions &
  Optional<'path', PathParameters<Path>> &
  Optional<'query', PageQuery<QueryOf<ClientPaths, Path>>>

/** An argument that may be left out where nothing in it has to be given. */
type Options<Value> = Record<never, never> extends Value ? [options?: Value] : [options: Value]

/**
 * Reads all pages of an operation, one after the other and each when its first item is wanted, and gives their items.
 * Ends after as many items as the server says there are and at a page without items; leaving the loop asks for no
 * further page. Items that come or go meanwhile can be missed or seen twice, as the server counts pages anew for each
 * request.
 * @param path an operation that answers in pages
 * @throws {EnvelopeError} from the loop: the Account API refuses a page
 * @throws {OneAccessError} from the loop: the OneAccess API refuses a page
 * @throws the reason of the signal, from the loop: it was aborted
 */
export function paginate<Path extends PagedPath>(
  client: Pick<AccountClient, 'GET' | 'paging'>,
  path: Path,
  ...options: Options<PaginateOptions<Path>>
): AsyncGenerator<PagedItem<Path>, void, undefined>
export function paginate<Path extends OneAccessPagedPath>(
  client: Pick<OneAccessClient, 'GET' | 'paging'>,
  path: Path,
  ...options: Options<OneAccessPaginateOptions<Path>>
): AsyncGenerator<OneAccessPagedItem<Path>, void, undefined>
export function paginate(
  client: Pick<AccountClient | OneAccessClient, 'GET' | 'paging'>,
  path: string,
  { query = {}, path: place, signal }: CallOptions & { readonly path?: object; readonly query?: object } = {},
): AsyncGenerator<unknown, void, undefined> {
  const get = client.GET as unknown as (path: string, init: object) => Promise<Outcome>
  return readPages(client.paging, query as Readonly<Record<string, unknown>>, signal, async (page) => {
    const outcome = await get(path, { params: { path: place, query: page }, signal })
    await unwrap(outcome)
    return outcome.data
  })
}

/**
 * The same for the OneAccess API alone.
 * @deprecated `paginate` serves both APIs
 */
export const paginateOneAccess: <Path extends OneAccessPagedPath>(
  client: Pick<OneAccessClient, 'GET' | 'paging'>,
  path: Path,
  ...options: Options<OneAccessPaginateOptions<Path>>
) => AsyncGenerator<OneAccessPagedItem<Path>, void, undefined> = paginate
