import type { $Read, $Write } from '../../generated/account.ts'

/** Whether a property is marked; one that can only be null or absent is not, though `never` would fit every marker. */
type IsMarked<T, M> = [NonNullable<T>] extends [never] ? false : NonNullable<T> extends M ? true : false

/** What an answer may hold: without `writeOnly` properties. The generated helper would drop properties of type null too. */
export type Readable<T> =
  T extends $Write<unknown>
    ? never
    : T extends $Read<infer U>
      ? Readable<U>
      : T extends readonly (infer E)[]
        ? readonly Readable<E>[]
        : T extends object
          ? { readonly [K in keyof T as IsMarked<T[K], $Write<unknown>> extends true ? never : K]: Readable<T[K]> }
          : T

/** What a request may hold: without `readOnly` properties. */
export type Writable<T> =
  T extends $Read<unknown>
    ? never
    : T extends $Write<infer U>
      ? Writable<U>
      : T extends readonly (infer E)[]
        ? Writable<E>[]
        : T extends object
          ? { [K in keyof T as IsMarked<T[K], $Read<unknown>> extends true ? never : K]: Writable<T[K]> }
          : T
