import type { ColumnType } from 'kysely'

/** A column of type timestamptz. */
export type Time = ColumnType<Date, Date | string, Date | string>

export type OptionalTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export type MadeTime = ColumnType<Date, Date | string | undefined, Date | string>

/** A column that a trigger fills. */
export type Derived<T> = ColumnType<T, undefined, undefined>

/** Any JSON value that can stand inside a jsonb column. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

export type JsonObject = { readonly [key: string]: Json | undefined }

/** What is written into a jsonb column: the driver makes JSON of it. */
export type Writable = Readonly<Record<string, unknown>>

/** A jsonb column. It holds an object, as a check constraint demands; its own keys stay as they are written. */
export type JsonColumn = ColumnType<JsonObject, Writable, Writable>

export type OptionalJsonColumn<T extends JsonObject = JsonObject> = ColumnType<
  T | null,
  Writable | null | undefined,
  Writable | null
>

/** A jsonb column with the default `{}`. */
export type DefaultJsonColumn = ColumnType<JsonObject, Writable | undefined, Writable>
