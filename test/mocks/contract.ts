import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { apis } from '../../scripts/generate/apis.ts'
import {
  type ContractDocument,
  type ContractSchema,
  operationsOf,
  type Reference,
  resolve,
} from '../../scripts/generate/document.ts'

interface MediaType {
  schema?: ContractSchema | Reference
  examples?: Record<string, { value: unknown }>
}

interface Response {
  content?: Record<string, MediaType>
  headers?: Record<string, { required?: boolean } | Reference>
}

/** One documented answer: a status with one of its examples, or a status without a body. */
export interface DocumentedAnswer {
  api: string
  operationId: string
  method: string
  /** With the examples of the path parameters filled in. */
  path: string
  /** As the contract writes it: a number or `default`. */
  status: string
  mediaType?: string
  example?: string
  value?: unknown
  requiredHeaders: string[]
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)

const documents = apis.map((api) => {
  const text = readFileSync(new URL(`../../generated/${api}.json`, import.meta.url), 'utf8')
  const document = JSON.parse(text) as ContractDocument
  ajv.addSchema({ $id: api, ...document })
  return { api, document }
})

/** Every answer the contract documents, read from the bundle itself and not through the mock. */
export function documentedAnswers(): DocumentedAnswer[] {
  return documents.flatMap(({ api, document }) => answersOf(api, document))
}

function answersOf(api: string, document: ContractDocument): DocumentedAnswer[] {
  return [...operationsOf(document)].flatMap(({ path, method, operation }) =>
    Object.entries(operation.responses).flatMap(([status, raw]): DocumentedAnswer[] => {
      const response = resolve(document, raw as Response | Reference)
      const requiredHeaders = Object.entries(response.headers ?? {})
        .filter(([, header]) => resolve(document, header).required)
        .map(([name]) => name)
      const common = {
        api,
        operationId: operation.operationId,
        method: method.toUpperCase(),
        path: path.replaceAll(/\{\w+\}/g, 'hQ9Jd0Wq3nB2'),
        status,
        requiredHeaders,
      }
      const bodies = Object.entries(response.content ?? {}).flatMap(([mediaType, content]) =>
        Object.entries(content.examples ?? {}).map(([example, { value }]) => ({
          ...common,
          mediaType,
          example,
          value,
        })),
      )
      return bodies.length > 0 ? bodies : [common]
    }),
  )
}

const validators = new Map<string, ValidateFunction>()

/** What is wrong with a body under the schema of a documented answer; an empty list when it fits. */
export function violations(operationId: string, status: string, mediaType: string, body: unknown): string[] {
  const key = `${operationId} ${status} ${mediaType}`
  let validate = validators.get(key)
  if (!validate) {
    const compiled = documents.flatMap(({ api, document }) => {
      const schema = schemaOf(document, operationId, status, mediaType)
      return schema ? [ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${api}#/`)))] : []
    })
    validate = compiled[0]
    if (!validate) return [`${key} is not documented`]
    validators.set(key, validate)
  }
  return validate(body) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

function schemaOf(document: ContractDocument, operationId: string, status: string, mediaType: string) {
  const found = [...operationsOf(document)].find(({ operation }) => operation.operationId === operationId)
  const responses = found?.operation.responses ?? {}
  const raw = (responses[status] ?? responses.default) as Response | Reference | undefined
  return raw && resolve(document, raw).content?.[mediaType]?.schema
}

/** Whether the JSON body of an operation must have a field. */
export function isRequired(operationId: string, field: string): boolean {
  return bodySchemasOf(operationId).some(({ required = [] }) => required.includes(field))
}

/** Whether a field of the JSON body of an operation is a list. */
export function isList(operationId: string, field: string): boolean {
  return bodySchemasOf(operationId).some(({ properties = {} }) => properties[field]?.type === 'array')
}

interface BodySchema {
  required?: string[]
  properties?: Record<string, { type?: string }>
}

function bodySchemasOf(operationId: string): BodySchema[] {
  return documents.flatMap(({ document }) =>
    [...operationsOf(document)].flatMap(({ operation }) => {
      if (operation.operationId !== operationId || !operation.requestBody) return []
      const schema = resolve(document, operation.requestBody).content['application/json']?.schema
      return schema ? [resolve(document, schema) as BodySchema] : []
    }),
  )
}
