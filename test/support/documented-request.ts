import account from '../../generated/account.json' with { type: 'json' }
import oneaccess from '../../generated/oneaccess.json' with { type: 'json' }
import { type OperationId, operations } from '../../generated/operations.ts'

const documents = { account, oneaccess } as const

/** A request as the contract documents it, without credentials: no `Authorization` and no `access_token` in the form. */
export interface DocumentedRequest {
  readonly method: string
  /** With the examples of its required parameters. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | FormData
}

interface Parameter {
  $ref?: string
  name: string
  in: string
  required?: boolean
  example?: unknown
  schema?: { example?: unknown; examples?: unknown[]; default?: unknown; $ref?: string }
}

interface Content {
  examples?: Record<string, { $ref?: string; value?: unknown }>
}

interface Described {
  parameters?: Parameter[]
  requestBody?: { $ref?: string; content?: Record<string, Content> }
}

/** Follows references within the document of an operation. */
function resolve<T extends { $ref?: string }>(id: OperationId, value: T): T {
  if (value.$ref === undefined) return value
  const steps = value.$ref.slice(2).split('/')
  const document: unknown = documents[operations[id].api]
  const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document)
  return resolve(id, found as T)
}

function sampleOf(id: OperationId, parameter: Parameter): string {
  const schema = parameter.schema && resolve(id, parameter.schema)
  return String(parameter.example ?? schema?.example ?? schema?.examples?.[0] ?? schema?.default ?? 'A'.repeat(21))
}

/** One PNG pixel: a file that is what it says. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function bodyOf(id: OperationId, described: Described): Pick<DocumentedRequest, 'body' | 'headers'> {
  const [mediaType, content] = Object.entries(resolve(id, described.requestBody ?? {}).content ?? {})[0] ?? []
  if (mediaType === undefined) return { headers: {} }
  const [example] = Object.values(content?.examples ?? {})
  const value = example && resolve(id, example).value
  if (mediaType === 'multipart/form-data') {
    const files = new Set<string>(operations[id].fileFields)
    const body = new FormData()
    for (const field of files) body.append(field, new Blob([pixel], { type: 'image/png' }), 'image.png')
    for (const [field, text] of Object.entries((value ?? {}) as Record<string, string>)) {
      if (!files.has(field)) body.append(field, text)
    }
    return { headers: {}, body }
  }
  if (mediaType === 'application/x-www-form-urlencoded') {
    const { access_token: _, ...fields } = (value ?? {}) as Record<string, string>
    return { headers: { 'content-type': mediaType }, body: new URLSearchParams(fields).toString() }
  }
  return { headers: { 'content-type': mediaType }, body: typeof value === 'string' ? value : JSON.stringify(value) }
}

/** The documented request of an operation: the examples of its required parameters and of its body. */
export function documentedRequest(id: OperationId): DocumentedRequest {
  const { api, method, path } = operations[id]
  const item = (documents[api].paths as Record<string, Record<string, unknown>>)[path] ?? {}
  const described = item[method] as Described
  const shared = (item.parameters ?? []) as Parameter[]
  const parameters = [...shared, ...(described.parameters ?? [])].map((parameter) => resolve(id, parameter))
  let filled: string = path
  const query = new URLSearchParams()
  const headers: Record<string, string> = {}
  for (const parameter of parameters) {
    if (parameter.in === 'path')
      filled = filled.replace(`{${parameter.name}}`, encodeURIComponent(sampleOf(id, parameter)))
    if (parameter.in === 'query' && parameter.required) query.set(parameter.name, sampleOf(id, parameter))
    if (parameter.in === 'header' && parameter.required) headers[parameter.name] = sampleOf(id, parameter)
  }
  const { body, headers: bodyHeaders } = bodyOf(id, described)
  return {
    method: method.toUpperCase(),
    path: query.size > 0 ? `${filled}?${query}` : filled,
    headers: { ...headers, ...bodyHeaders },
    ...(body !== undefined && { body }),
  }
}
