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

/** The columns that a list is ordered by. */
export interface PlaceColumns {
  readonly createdAt: string
  readonly id: string
}

const ofUsers: PlaceColumns = { createdAt: 'users.createdAt', id: 'users.id' }

/** The condition of the rows behind a place; nothing stands before the first row. */
export const behind = (place: Place | undefined, { createdAt, id } = ofUsers) =>
  place
    ? sql<SqlBool>`(${sql.ref(createdAt)}, ${sql.ref(id)}) > (${place.createdAt}::timestamptz, ${place.id}::uuid)`
    : sql<SqlBool>`true`

/** A kept number of rows, so that nobody counts them: those of a table, or of a part of one (migrations 0002 and 0018). */
export const keptCount = (name: string) =>
  sql<number>`(select coalesce(sum(delta), 0)::int from row_counts where name = ${name})`
