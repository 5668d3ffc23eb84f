import { readPages } from '../read-pages.ts'
import type { CallOptions } from '../transport/caller.ts'
import type { AnswerOf, PathsOf, QueryOf } from '../typed-call.ts'
import { type Outcome, unwrap } from '../unwrap.ts'
import type { OneAccessClient } from './client.ts'
import type { ClientPaths } from './types.ts'

/** The query of a list that is read in pages. */
interface PageQuery {
  readonly offset?: number
  readonly limit?: number
}

/** The paths of the contract whose GET operation answers in pages. */
export type OneAccessPagedPath = {
  [Path in PathsOf<ClientPaths, 'get'>]: [QueryOf<ClientPaths, Path>] extends [never]
    ? never
    : QueryOf<ClientPaths, Path> extends { limit: number }
      ? Path
      : never
}[PathsOf<ClientPaths, 'get'>]

type Rows<Answer> = Extract<NonNullable<Answer[keyof Answer]>, readonly unknown[]>

/** What the pages at a path hold: the entries of the one list in the answer. */
export type OneAccessPagedItem<Path extends OneAccessPagedPath> = Rows<AnswerOf<ClientPaths, Path, 'get'>>[number]

type Optional<Name extends string, Value> =
  Record<never, never> extends Value ? { readonly [_ in Name]?: Value | undefined } : { readonly [_ in Name]: Value }

type PathParameters<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [_ in Name]: string } & PathParameters<Rest>
  : Record<never, never>

/**
 * How pages are read: `path` are the parameters in the path; `query` is that of the operation, where `offset` is the
 * page to begin with, 0 when left out, and `limit` how many rows each request asks for, 100 when left out.
 */
export type OneAccessPaginateOptions<Path extends OneAccessPagedPath> = CallOptions &
  Optional<'path', PathParameters<Path>> &
  Optional<'query', Omit<QueryOf<ClientPaths, Path>, keyof PageQuery> & PageQuery>

const largestPage = 100

/**
 * Reads all pages of a list, one after the other and each when its first row is wanted, and gives their rows. Ends after
 * `total` rows and at a page without rows; leaving the loop asks for no further page. Rows that come or go meanwhile can
 * be missed or seen twice, as the server counts pages anew for each request.
 * @param path an operation that takes `offset` and `limit`
 * @throws {OneAccessError} from the loop: the server refuses a page
 * @throws the reason of the signal, from the loop: it was aborted
 */
export async function* paginateOneAccess<Path extends OneAccessPagedPath>(
  client: Pick<OneAccessClient, 'GET'>,
  path: Path,
  ...[options]: Record<never, never> extends OneAccessPaginateOptions<Path>
    ? [options?: OneAccessPaginateOptions<Path>]
    : [options: OneAccessPaginateOptions<Path>]
): AsyncGenerator<OneAccessPagedItem<Path>, void, undefined> {
  const given = (options ?? {}) as CallOptions & { readonly path?: object; readonly query?: PageQuery }
  const { signal, path: place } = given
  const { offset: first = 0, limit = largestPage, ...filter } = given.query ?? {}
  const get = client.GET as unknown as (path: string, init: object) => Promise<Outcome>
  let read = first * limit
  yield* readPages(first, signal, async (offset) => {
    const params = { path: place, query: { ...filter, offset, limit } }
    const answer = (await unwrap(get(path, { params, signal }))) as { readonly total: number }
    const items = (Object.values(answer).find(Array.isArray) ?? []) as readonly OneAccessPagedItem<Path>[]
    read += items.length
    return { items, isLast: read >= answer.total }
  })
}
