import type { Locale } from '../../contract/request/locale.ts'
import { Failure, type FailureKind } from '../../domain/failure.ts'
import type { Listed, Slice } from '../../domain/paging.ts'
import { describeFailure } from '../../errors/described.ts'
import { envelopeFailure, itemReason } from '../../errors/shapes.ts'

/** The envelope around what was asked for; `data` is a list also where it is one thing. */
export const answer = <const T>(data: T[]) =>
  ({ status: 200, body: { status: 0, message: 'success', error: null, data } }) as const

/** What a list is asked with: pages count from 1. */
interface PageQuery {
  readonly pageNum: number
  readonly pageSize: number
}

/** Which rows a page means. */
export const sliceOf = ({ pageNum, pageSize }: PageQuery): Slice => ({
  offset: (pageNum - 1) * pageSize,
  limit: pageSize,
})

/** The envelope around one page of a list. */
export const answerPage = <Row, T>({ pageNum, pageSize }: PageQuery, list: Listed<Row>, shape: (row: Row) => T) =>
  ({
    status: 200,
    body: {
      status: 0,
      message: 'success',
      error: null,
      data: list.items.map(shape),
      totalNum: list.total,
      pageSize,
      pageNum,
    },
  }) as const

/** What is told of an item of a bulk answer beside its failure. */
interface FailedItem {
  /** Where it stands in the body: the rules that it broke know it alone. */
  readonly index: number
  /** The kind that names the item's code; its reason stays the text. */
  readonly as?: FailureKind | undefined
}

/** The `error` of one item of a bulk answer: the object of a failure in the envelope. */
export function itemError(failure: Failure | null, locale: Locale, { index, as }: FailedItem) {
  if (failure === null) return null
  const described = describeFailure(failure)
  const placed = { ...described, place: described.place?.replace(/^\/body/, `/body/${index}`) }
  if (as === undefined) return envelopeFailure(placed, locale)
  return { ...envelopeFailure(describeFailure(new Failure(as)), locale), message: itemReason(placed, locale) }
}

/** The same for one user of a list that is changed: that there is none has a code of its own. */
export const changeError = (failure: Failure | null, locale: Locale, index: number) =>
  itemError(failure, locale, { index, as: failure?.kind === 'user_not_found' ? undefined : 'user_not_changed' })

/** The same for whoever is named and is not there. */
export const unknownUser = (locale: Locale) => envelopeFailure(describeFailure(new Failure('user_not_found')), locale)
