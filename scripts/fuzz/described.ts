import account from '../../generated/account.json' with { type: 'json' }
import oneaccess from '../../generated/oneaccess.json' with { type: 'json' }
import { type OperationId, operations } from '../../generated/operations.ts'

/** The documents of the contract. */
export const documents = { account, oneaccess } as const
export type Api = keyof typeof documents

/** A JSON Schema as the contract has them (draft 2020-12); what is not named here does not matter to whoever reads it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly example?: unknown
  readonly examples?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
}

/** A parameter of an operation, its references followed. */
export interface Parameter {
  readonly $ref?: string
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required?: boolean
  readonly example?: unknown
  readonly schema?: Schema
}

/** Whoever has bearer tokens of a kind of its own. */
export type Holder = 'user' | 'administrator' | 'client' | 'oem' | 'application' | 'oneAccessUser'

interface Example {
  readonly $ref?: string
  readonly value?: unknown
}

/** What a body, or an answer, of one media type is. */
export interface Content {
  readonly schema?: Schema
  readonly examples?: Readonly<Record<string, Example>>
}

interface Described {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly $ref?: string; readonly content?: Readonly<Record<string, Content>> }
  readonly responses: Readonly<Record<string, Response>>
}

interface Response {
  readonly $ref?: string
  readonly content?: Readonly<Record<string, Content>>
}

/** An operation as the contract describes it, its references followed as far as its schemas. */
export interface DescribedOperation {
  readonly id: OperationId
  readonly api: Api
  readonly method: string
  readonly path: string
  /** How a caller says who it is in `Authorization`, if it does. */
  readonly scheme: 'basic' | 'bearer' | undefined
  /** Whose bearer token does. */
  readonly holder: Holder
  readonly parameters: readonly Parameter[]
  /** What its body may be, by media type. */
  readonly bodies: readonly (readonly [mediaType: string, content: Content, examples: readonly unknown[]])[]
  /** The documented answers by status, `default` among them; without content there is no body. */
  readonly responses: Readonly<Record<string, Response>>
}

/** Reads an operation from its document. */
export function describe(id: OperationId): DescribedOperation {
  const { api, method, path, security } = operations[id]
  const schemes: readonly string[] = security.flatMap((alternative) => Object.keys(alternative))
  const follow = <T extends { readonly $ref?: string }>(value: T): T => resolve(api, value)
  const item = (documents[api].paths as Record<string, Record<string, unknown>>)[path] ?? {}
  const described = item[method] as Described
  const shared = (item.parameters ?? []) as readonly Parameter[]
  const content = follow(described.requestBody ?? {}).content ?? {}
  return {
    id,
    api,
    method: method.toUpperCase(),
    path,
    scheme: schemes.length === 0 ? undefined : schemes.includes('clientBasic') ? 'basic' : 'bearer',
    holder: holderOf(id, schemes),
    parameters: [...shared, ...(described.parameters ?? [])].map(follow),
    bodies: Object.entries(content).map(([mediaType, body]) => [
      mediaType,
      body,
      Object.values(body.examples ?? {}).map((example) => follow(example).value),
    ]),
    responses: Object.fromEntries(
      Object.entries(described.responses).map(([status, response]) => [status, follow(response)]),
    ),
  }
}

/** The operation that answers at the address of another when it is asked with that method; itself where there is none. */
export function answering(operation: DescribedOperation, method: string): DescribedOperation {
  const asked = method === 'HEAD' ? 'GET' : method
  if (asked === operation.method) return operation
  const found = (Object.keys(operations) as OperationId[]).find(
    (id) => operations[id].path === operation.path && operations[id].method.toUpperCase() === asked,
  )
  return found === undefined ? operation : describe(found)
}

function holderOf(id: OperationId, schemes: readonly string[]): Holder {
  const { caller, roles, tag } = operations[id]
  if (schemes.includes('managementToken')) return 'application'
  if (schemes.includes('accessToken')) return 'oneAccessUser'
  if (roles.length > 0) return 'administrator'
  if (caller === 'client') return tag.startsWith('OEM') ? 'oem' : 'client'
  return 'user'
}

/** What a reference of a document leads to; a value without one is itself. */
export function resolve<T extends { readonly $ref?: string }>(api: Api, value: T): T {
  if (value.$ref === undefined) return value
  const steps = value.$ref.slice(2).split('/')
  const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], documents[api])
  return resolve(api, found as T)
}
