import type { Paging } from '../pages.ts'
import type { AnswerOf, PathsOf, QueryOf } from '../typed-call.ts'
import type { ClientPaths } from './types.ts'

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

/** Pages are counted from 0, and the answer has one list beside `total`. */
export const oneAccessPaging: Paging = {
  counter: 'offset',
  defaults: { offset: 0, limit: 100 },
  read(answer, { start, seen }) {
    const { total } = answer as { readonly total: number }
    const items: readonly unknown[] = Object.values(answer as object).find(Array.isArray) ?? []
    const skipped = Number(start.offset) * Number(start.limit)
    return { items, total, isLast: skipped + seen + items.length >= total }
  },
}
