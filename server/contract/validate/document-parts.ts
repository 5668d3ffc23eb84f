import { type ErrorFormat, faces, formats } from '../faces.ts'
import type { Operation } from '../operation.ts'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
type JsonObject = { [name: string]: Json }

/** A bundled OpenAPI document. */
export interface OpenApiDocument {
  readonly openapi: string
  readonly info: unknown
  readonly paths: Readonly<Record<string, unknown>>
  readonly components?: unknown
}

/** The part of a document that one validator knows. */
export interface DocumentPart {
  readonly prefix: string
  readonly operations: readonly Operation[]
  readonly document: JsonObject
}

const crowded = Object.values(faces).flatMap((face) => face.crowded ?? [])

/**
 * The first segment of a path; below `/api/` the first three, and one more where those have dozens of operations. The
 * validator walks every route it knows on every request, and every operation of a part when it compiles one, so each
 * part has few; but each part compiles the rules of OpenAPI once more, so there are not many.
 */
export function prefixOf(path: string): string {
  const segments = path.split('/').slice(1)
  const isCrowded = crowded.some((prefix) => path.startsWith(prefix))
  const depth = isCrowded ? 4 : segments[0] === 'api' ? 3 : 1
  return `/${segments.slice(0, depth).join('/')}`
}

/** Every `#/components/…` that a value refers to. */
function* references(value: Json): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* references(item)
  else if (typeof value === 'object' && value !== null) {
    if (typeof value.$ref === 'string') yield value.$ref
    for (const inner of Object.values(value)) yield* references(inner)
  }
}

/** The components that the paths lead to, over however many steps. */
function usedComponents(paths: Json, components: JsonObject): JsonObject {
  const used: JsonObject = {}
  const open = [...references(paths)]
  const seen = new Set<string>()
  for (let reference = open.pop(); reference !== undefined; reference = open.pop()) {
    const [, , kind = '', name = ''] = reference.split('/')
    const group = components[kind] as JsonObject | undefined
    const component = group?.[name]
    if (seen.has(reference) || component === undefined) continue
    seen.add(reference)
    used[kind] = { ...(used[kind] as JsonObject | undefined), [name]: component }
    open.push(...references(component))
  }
  return used
}

/**
 * Lets query parameters hold reserved characters as they are: the validator would refuse `returnUrl=https://…` and
 * the `+` that every form encoder writes for a blank.
 */
function allowReserved(value: Json): void {
  if (Array.isArray(value)) for (const item of value) allowReserved(item)
  else if (typeof value === 'object' && value !== null) {
    if (value.in === 'query' && typeof value.name === 'string') value.allowReserved = true
    for (const inner of Object.values(value)) allowReserved(inner)
  }
}

/**
 * What the validator has to know of an operation: its policy is enforced before (`policy/authorize.ts`), and failures that
 * are thrown are shaped in one place where the validator never sees them; without them it starts in half the time. It has a
 * word of its own for operations that ignore query parameters they do not know.
 */
function forValidator({ security: _security, ...operation }: JsonObject, format: ErrorFormat): JsonObject {
  const responses = Object.entries((operation.responses ?? {}) as JsonObject)
  const seen = formats[format].thrown ? responses.filter(([status]) => /^[1-3]/.test(status)) : responses
  return {
    ...operation,
    responses: Object.fromEntries(seen),
    ...(operation['x-unknown-parameters'] === 'ignored' && { 'x-eov-allow-unknown-query-parameters': true }),
  }
}

/** Cuts a document into one part per prefix, with the operations that handlers answer and nothing else. */
export function cutDocument(source: OpenApiDocument, operations: readonly Operation[]): DocumentPart[] {
  const document = structuredClone(source) as unknown as JsonObject
  const paths = document.paths as JsonObject
  allowReserved(paths)
  allowReserved(document.components ?? {})
  const handled = operations.filter(({ servedBy }) => servedBy === 'handler')
  return [...Map.groupBy(handled, ({ path }) => prefixOf(path))].map(([prefix, list]) => {
    const cut: JsonObject = {}
    for (const { path, method, errorFormat } of list) {
      const item = paths[path] as JsonObject
      const operation: JsonObject = { [method]: forValidator(item[method] as JsonObject, errorFormat) }
      if (item.parameters !== undefined) operation.parameters = item.parameters
      cut[path] = { ...(cut[path] as JsonObject | undefined), ...operation }
    }
    return {
      prefix,
      operations: list,
      document: structuredClone({
        openapi: document.openapi ?? '',
        info: document.info ?? {},
        servers: [{ url: '/' }],
        paths: cut,
        components: usedComponents(cut, (document.components ?? {}) as JsonObject),
      }),
    }
  })
}
