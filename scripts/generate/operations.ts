import {
  type ContractDocument,
  type ContractOperation,
  type ContractSchema,
  operationsOf,
  type Reference,
  resolve,
} from './document.ts'
import { securitySchemes } from './security-schemes.ts'

type BodyContent = Record<string, { schema: ContractSchema | Reference }>

interface ContractResponse {
  content?: Record<string, unknown>
}

/** A word that is in no list of values is named as what it is by whoever answers, such as `unsupported_grant_type`, up to this length. */
const LONGEST_WORD = 128

/** The longest value a schema admits, in characters, of a file in bytes; undefined when it does not say. */
function longest(schema: ContractSchema): number | undefined {
  const limit = schema.maxLength ?? schema['x-max-bytes']
  if (limit !== undefined) return limit
  const values = schema.const !== undefined ? [schema.const] : schema.enum
  return values && Math.max(LONGEST_WORD, ...values.map((value) => String(value).length))
}

/** The limit of every query parameter and form field by name, of a file in bytes; over the variants of a form the largest counts. */
function parameterLimits(
  document: ContractDocument,
  operation: ContractOperation,
  shared: NonNullable<ContractOperation['parameters']>,
): Record<string, number> {
  const limits: Record<string, number> = {}
  const note = (name: string, schema: ContractSchema | Reference | undefined) => {
    const limit = schema && longest(resolve(document, schema))
    if (limit !== undefined) limits[name] = Math.max(limit, limits[name] ?? 0)
  }
  for (const entry of [...shared, ...(operation.parameters ?? [])]) {
    const parameter = resolve(document, entry)
    if (parameter.in === 'query') note(parameter.name, parameter.schema)
  }
  const walk = (raw: ContractSchema | Reference) => {
    const schema = resolve(document, raw)
    for (const [name, field] of Object.entries(schema.properties ?? {})) note(name, field)
    for (const part of [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])]) walk(part)
  }
  const content = operation.requestBody ? resolve(document, operation.requestBody).content : {}
  const form = content['application/x-www-form-urlencoded'] ?? content['multipart/form-data']
  if (form) walk(form.schema)
  return limits
}

/** The fields of a multipart body that are files. */
function fileFields(document: ContractDocument, content: BodyContent): string[] {
  const schema = content['multipart/form-data']?.schema
  const fields = schema ? Object.entries(resolve(document, schema).properties ?? {}) : []
  return fields.filter(([, field]) => resolve(document, field).format === 'binary').map(([name]) => name)
}

/** The statuses that are answered with plain text. */
function plainText(document: ContractDocument, operation: ContractOperation): string[] {
  return Object.entries(operation.responses)
    .filter(([, raw]) => 'text/plain' in (resolve(document, raw as ContractResponse | Reference).content ?? {}))
    .map(([status]) => status)
}

/**
 * The error code that answers when a parameter or field is missing or not allowed, by its place as the validator names it:
 * `/headers/x-client-id`, `/body/phone`; the index of a list is written `*`.
 */
function missingCodes(
  document: ContractDocument,
  operation: ContractOperation,
  shared: NonNullable<ContractOperation['parameters']>,
): Record<string, string> {
  const codes: Record<string, string> = {}
  for (const entry of [...shared, ...(operation.parameters ?? [])]) {
    const { in: place, name, 'x-missing-code': code } = resolve(document, entry)
    if (code !== undefined) codes[place === 'header' ? `/headers/${name.toLowerCase()}` : `/${place}/${name}`] = code
  }
  const walk = (raw: ContractSchema | Reference, place: string, outside: readonly object[]) => {
    const schema = resolve(document, raw)
    if (outside.includes(schema)) return
    const inside = [...outside, schema]
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const code = 'x-missing-code' in field ? field['x-missing-code'] : resolve(document, field)['x-missing-code']
      if (code !== undefined) codes[`${place}/${name}`] = code as string
      walk(field, `${place}/${name}`, inside)
    }
    if (schema.items) walk(schema.items, `${place}/*`, inside)
    for (const part of [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])])
      walk(part, place, inside)
  }
  const content = operation.requestBody ? resolve(document, operation.requestBody).content : {}
  for (const { schema } of Object.values(content)) walk(schema, '/body', [])
  return codes
}

/** The names of an operation's header parameters. */
function headerNames(
  document: ContractDocument,
  operation: ContractOperation,
  shared: NonNullable<ContractOperation['parameters']>,
): string[] {
  return [...shared, ...(operation.parameters ?? [])]
    .map((entry) => resolve(document, entry))
    .filter((parameter) => parameter.in === 'header')
    .map(({ name }) => name)
}

/** The text of generated/operations.ts: one line of policy and shape per operation, as a constant. */
export function operationsModule(documents: Map<string, ContractDocument>): string {
  const entries: string[] = []
  const schemes = Object.fromEntries([...documents].map(([api, document]) => [api, securitySchemes(document)]))
  for (const [api, document] of documents) {
    for (const { path, method, operation, shared } of operationsOf(document)) {
      const body = operation.requestBody ? resolve(document, operation.requestBody) : undefined
      const { page, title, mark } = operation['x-source']
      const entry = {
        api,
        method,
        path,
        tag: operation.tags[0],
        security: operation.security,
        roles: operation['x-roles'] ?? [],
        permissions: operation['x-permissions'] ?? [],
        errorFormat: operation['x-error-format'],
        returnCodes: operation['x-return-codes'] ?? [],
        errorCodes: operation['x-error-codes'] ?? [],
        missingCodes: missingCodes(document, operation, shared),
        servedBy: operation['x-served-by'],
        engine: operation['x-engine'] ?? 'none',
        caller: operation['x-caller'] ?? 'none',
        requestMediaTypes: Object.keys(body?.content ?? {}),
        requestBodyRequired: body?.required ?? false,
        fileFields: fileFields(document, body?.content ?? {}),
        responses: Object.keys(operation.responses),
        plainText: plainText(document, operation),
        parameterLimits: parameterLimits(document, operation, shared),
        headers: headerNames(document, operation, shared),
        source: { page, title, mark },
      }
      entries.push(`  ${operation.operationId}: ${JSON.stringify(entry)},`)
    }
  }
  return `// Generated from openapi/ by \`npm run generate\`. Do not edit.

/** Every operation of the contract with its policy, by operationId. */
export const operations = {
${entries.join('\n')}
} as const

/** The ways to prove who calls, by document and by their names in \`security\`. */
export const securitySchemes = ${JSON.stringify(schemes, null, 2)} as const

export type Operations = typeof operations
export type OperationId = keyof Operations
`
}
