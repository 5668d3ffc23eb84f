import type { ContractDocument } from './document.ts'

/**
 * The helpers for `readOnly` and `writeOnly` properties. Those of the type generator drop every property that can only
 * be null or absent, because `never` fits every marker.
 */
const helpers = `/** Whether a property is marked; one that can only be null or absent is not, though \`never\` would fit every marker. */
type IsMarked<T, M> = [NonNullable<T>] extends [never] ? false : NonNullable<T> extends M ? true : false;
/** What an answer may hold: without \`writeOnly\` properties. */
export type Readable<T> = T extends $Write<unknown> ? never : T extends $Read<infer U> ? Readable<U> : T extends readonly (infer E)[] ? readonly Readable<E>[] : T extends object ? {
    readonly [K in keyof T as IsMarked<T[K], $Write<unknown>> extends true ? never : K]: Readable<T[K]>;
} : T;
/** What a request may hold: without \`readOnly\` properties. */
export type Writable<T> = T extends $Read<unknown> ? never : T extends $Write<infer U> ? Writable<U> : T extends readonly (infer E)[] ? Writable<E>[] : T extends object ? {
    [K in keyof T as IsMarked<T[K], $Read<unknown>> extends true ? never : K]: Writable<T[K]>;
} : T;
`

/**
 * Replaces the generator's helpers by ours.
 * @throws Error when they are not where they used to be
 */
export function correctMarkers(types: string): string {
  const start = types.indexOf('export type Readable<T>')
  const end = types.indexOf('export interface paths')
  if (start < 0 || end < start) throw new Error('The generated types have no marker helpers any more.')
  return types.slice(0, start) + helpers + types.slice(end)
}

/**
 * A copy in which what can only be null is a text or null. openapi-fetch has marker helpers of its own with the same
 * fault; callers would not see such properties at all.
 */
export function widenNulls(document: ContractDocument): ContractDocument {
  const copy = structuredClone(document)
  const widen = (schema: unknown) => {
    if (typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'null')
      schema.type = ['string', 'null']
  }
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(walk)
      return
    }
    if (typeof value !== 'object' || value === null) return
    if ('properties' in value && typeof value.properties === 'object' && value.properties !== null)
      Object.values(value.properties).forEach(widen)
    Object.values(value).forEach(walk)
  }
  Object.values(copy.components?.schemas ?? {}).forEach(widen)
  walk(copy.components?.schemas)
  walk(copy.paths)
  walk(copy.webhooks)
  return copy
}
