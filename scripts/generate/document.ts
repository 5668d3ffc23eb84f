/** The parts of an OpenAPI document that the generator reads. */
export interface ContractDocument {
  openapi: string
  info: {
    title: string
    version: string
    summary?: string
    description?: string
    'x-zh'?: Readonly<Record<string, string>>
  }
  tags?: ContractTag[]
  paths: Record<string, Record<string, ContractOperation | ContractParameter[] | string>>
  /** What the server sends to applications, by event. */
  webhooks?: Record<string, Record<string, ContractWebhook>>
  components?: Record<string, Record<string, unknown>> & {
    securitySchemes?: Record<string, ContractScheme | Reference>
  }
  'x-return-codes'?: ReturnCode[]
  'x-error-codes'?: ErrorCode[]
  'x-roles'?: Role[]
}

export interface Reference {
  $ref: string
}

export interface ContractTag {
  name: string
  /** Where the client has the operations of the tag, and the noun that is left out of their names there. */
  'x-sdk'?: { group: string; noun?: string }
}

export interface ContractSchema {
  type?: string | string[]
  properties?: Record<string, ContractSchema | Reference>
  oneOf?: (ContractSchema | Reference)[]
  anyOf?: (ContractSchema | Reference)[]
  allOf?: (ContractSchema | Reference)[]
  items?: ContractSchema | Reference
  enum?: unknown[]
  const?: unknown
  maxLength?: number
  /** The size of a file. */
  'x-max-bytes'?: number
  format?: string
  default?: unknown
  /**
   * The error code that answers when the field is missing, empty or none of its values, or, a list, too long; on a
   * reference it counts for that place alone.
   */
  'x-missing-code'?: string
}

export interface ContractParameter {
  name: string
  in: 'query' | 'path' | 'header' | 'cookie'
  required?: boolean
  schema?: ContractSchema | Reference
  'x-missing-code'?: string
}

export interface ContractScheme {
  type: string
  /** Of an API key. */
  in?: string
  name?: string
  /** Of `type: http`. */
  scheme?: string
  /** The error code that answers instead of 401. */
  'x-refusal'?: string
}

export interface Provenance {
  page: string
  title: string
  mark: string
}

/** What an example of a media type is, or a reference to one. */
export interface ContractExample {
  summary?: string
  value: unknown
}

export interface ContractOperation {
  operationId: string
  tags: string[]
  summary: string
  security: Record<string, string[]>[]
  parameters?: (ContractParameter | Reference)[]
  requestBody?: { required?: boolean; content: Record<string, { schema: ContractSchema | Reference }> } | Reference
  responses: Record<string, unknown>
  /** `companion`: without a page of its own, beside the operation of the page it names. */
  'x-source': Provenance & { pages?: Provenance[]; companion?: true }
  'x-error-format': string
  'x-served-by': 'handler' | 'engine'
  /** What our layer does with the request before the engine gets it. */
  'x-engine'?: string
  'x-caller'?: string
  'x-roles'?: string[]
  'x-permissions'?: string[]
  'x-return-codes'?: string[]
  'x-error-codes'?: string[]
}

/** An event that the server sends. */
export interface ContractWebhook {
  operationId: string
  tags: string[]
  security: Record<string, string[]>[]
  requestBody?: unknown
  responses: Record<string, unknown>
  'x-source': Provenance
}

export interface ReturnCode {
  status: number
  error: string | null
  http: number
  message: string
  /** Its words as the reason in an item of a bulk answer. */
  itemMessage?: string
  mark: string
  /** Belongs to no operation: answers unknown addresses, or stands for a class of failures. */
  general?: true
  'x-zh': { message: string }
}

/** A role of the back office. */
export interface Role {
  name: string
  description: string
  mark: string
  'x-zh': { description: string }
}

export interface ErrorCode {
  code: string
  http: number
  message: string
  meaning: string
  mark: string
  /** Belongs to no operation: answers unknown addresses and the like. */
  general?: true
  'x-zh': { message: string; meaning: string }
}

export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const
export type Method = (typeof methods)[number]

/** Each operation of a document with its path and method, in document order. */
export function* operationsOf(document: ContractDocument): Generator<{
  path: string
  method: Method
  operation: ContractOperation
  shared: (ContractParameter | Reference)[]
}> {
  for (const [path, item] of Object.entries(document.paths)) {
    const shared = (item.parameters ?? []) as (ContractParameter | Reference)[]
    for (const method of methods) {
      const operation = item[method] as ContractOperation | undefined
      if (operation) yield { path, method, operation, shared }
    }
  }
}

/** Each webhook of a document with the name of its event. */
export function* webhooksOf(document: ContractDocument): Generator<{ event: string; webhook: ContractWebhook }> {
  for (const [event, item] of Object.entries(document.webhooks ?? {})) {
    for (const method of methods) {
      const webhook = item[method]
      if (webhook) yield { event, webhook }
    }
  }
}

/**
 * The thing itself, when `value` is a reference into the same bundle.
 * @throws Error when the reference leads nowhere
 */
export function resolve<T extends object>(document: ContractDocument, value: T | Reference): T {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T
  let found: unknown = document
  for (const part of value.$ref.replace(/^#\//, '').split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    found = (found as Record<string, unknown> | undefined)?.[key]
  }
  if (found === undefined) throw new Error(`The reference ${value.$ref} leads nowhere.`)
  return resolve(document, found as T)
}
