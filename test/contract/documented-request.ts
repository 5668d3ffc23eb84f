import {
  type ContractDocument,
  type ContractExample,
  type ContractParameter,
  operationsOf,
  resolve,
} from '../../scripts/generate/document.ts'

/** One operation of a document, as `operationsOf` gives it. */
export type Entry = ReturnType<typeof operationsOf> extends Generator<infer E> ? E : never

interface Exemplified {
  example?: unknown
  examples?: Record<string, ContractExample>
}

function exampleOf({ example, examples }: Exemplified): unknown {
  return example ?? Object.values(examples ?? {})[0]?.value
}

/** Every operation of a document. */
export function entriesOf(document: ContractDocument): Entry[] {
  return [...operationsOf(document)]
}

/**
 * The request that the examples of an operation make: its required query, all its header fields but the language, its
 * first body.
 * @param credentials header fields, sent whatever the operation asks for
 */
export function documentedRequest(
  document: ContractDocument,
  { path, method, operation, shared }: Entry,
  credentials: Readonly<Record<string, string>>,
): { target: string; init: RequestInit } {
  const query = new URLSearchParams()
  const headers: Record<string, string> = { ...credentials }
  let target = path
  for (const entry of [...shared, ...(operation.parameters ?? [])]) {
    const parameter: ContractParameter & Exemplified = resolve(document, entry)
    const value = String(exampleOf(parameter))
    if (parameter.in === 'path') target = target.replace(`{${parameter.name}}`, encodeURIComponent(value))
    if (parameter.in === 'query' && parameter.required) query.set(parameter.name, value)
    if (parameter.in === 'header' && parameter.name !== 'X-L') headers[parameter.name] = value
  }
  const init: RequestInit = { method: method.toUpperCase(), headers }
  const content = operation.requestBody ? resolve(document, operation.requestBody).content : {}
  const [mediaType, media] = Object.entries(content)[0] ?? []
  const value = media && (exampleOf(media as Exemplified) as Record<string, string>)
  if (mediaType !== undefined && value !== undefined) {
    headers['content-type'] = mediaType
    const form = mediaType === 'application/x-www-form-urlencoded'
    init.body = form ? new URLSearchParams(value).toString() : JSON.stringify(value)
  }
  return { target: query.size > 0 ? `${target}?${query}` : target, init }
}
