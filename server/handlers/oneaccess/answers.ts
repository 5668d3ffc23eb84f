import type { Listed, Slice } from '../../domain/paging.ts'

/** 200 with what was asked for. */
export const found = <const T>(body: T) => ({ status: 200, body }) as const

/** 201 with what was made. */
export const created = <const T>(body: T) => ({ status: 201, body }) as const

/** 204: it is done, and there is nothing to say. */
export const done = { status: 204 } as const

/** Which rows a page means: `offset` is the number of the page, from 0 (section 1.6). */
export const sliceOf = ({ offset, limit }: { readonly offset: number; readonly limit: number }): Slice => ({
  offset: offset * limit,
  limit,
})

/** 200 with one page of a list, under the name that the list has. */
export const page = <Row, T, const Name extends string>(
  name: Name,
  { total, items }: Listed<Row>,
  shape: (row: Row) => T,
) => found({ total, [name]: items.map(shape) } as { total: number } & { [N in Name]: T[] })

/** The same for the lists that repeat which page was asked for (AR5, AR8). */
export const numberedPage = <Row, T, const Name extends string>(
  name: Name,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  listed: Listed<Row>,
  shape: (row: Row) => T,
) => {
  const { body } = page(name, listed, shape)
  return found({ ...body, offset, limit })
}
