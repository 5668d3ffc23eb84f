import type { paths } from './generated/account.ts'
import type { Paging } from './pages.ts'
import type { AnswerOf, PathsOf } from './typed-call.ts'

/** What a page of the Account API says. */
interface AccountPage<Item = unknown> {
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
    : AnswerOf<paths, Path, 'get'> extends AccountPage
      ? Path
      : never
}[PathsOf<paths, 'get'>]

/** What the pages at a path hold. */
export type PagedItem<Path extends PagedPath> =
  AnswerOf<paths, Path, 'get'> extends AccountPage<infer Item> ? Item : never

/** Pages are counted from 1, and the server's own page size counts: it may give fewer than were asked for. */
export const accountPaging: Paging = {
  counter: 'pageNum',
  defaults: { pageNum: 1 },
  read(answer, { query }) {
    const { data: items, totalNum: total, pageSize } = answer as AccountPage
    return { items, total, isLast: Number(query.pageNum) * pageSize >= total }
  },
}
