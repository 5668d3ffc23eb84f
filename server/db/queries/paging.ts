import { type SqlBool, sql } from 'kysely'

/** Which rows of a list, by their number. */
export interface Slice {
  readonly offset: number
  readonly limit: number
}

/** Rows of a list with the number of all its rows. */
export interface Listed<T> {
  readonly total: number
  readonly items: readonly T[]
}

/** Where a row stands in a list that is ordered by creation; the moment is PostgreSQL's text, to the microsecond. */
export interface Place {
  readonly createdAt: string
  readonly id: string
}

/** A page that ends at a place, so that the next one can go on there. */
export interface PageUpTo<T, P = Place> extends Listed<T> {
  /** Absent for a page without rows. */
  readonly end: P | undefined
}

/** The condition of the rows behind a place; nothing stands before the first row. */
export const behind = (place: Place | undefined) =>
  place
    ? sql<SqlBool>`(users.created_at, users.id) > (${place.createdAt}::timestamptz, ${place.id}::uuid)`
    : sql<SqlBool>`true`
