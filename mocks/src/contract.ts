import { readFile } from 'node:fs/promises'
import { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import { type OperationId, type Operations, operations } from '../../generated/operations.ts'
import { returnCodes } from '../../generated/return-codes.ts'
import { statusOfErrorCode } from './error-codes.ts'

type PrismOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number]

/** The APIs of the contract, one document each. */
export type Api = Operations[OperationId]['api']

/** One operation: its policy from the generated table, and its documented answers as Prism reads them. */
export interface MockOperation {
  id: OperationId
  policy: (typeof operations)[OperationId]
  prism: PrismOperation
  /** Whether query parameters that the contract does not have are let through, as browsers and proxies add them. */
  allowsUnknownQuery: boolean
}

/** A contract document with its operations, in document order. */
export interface MockDocument {
  api: Api
  title: string
  version: string
  /** The scopes that its access tokens can have. */
  scopes: string[]
  operations: MockOperation[]
}

/** An example of an answer, by the key it has in the contract. */
export interface AnswerExample {
  /** The documented status; for an example of the `default` answer the one that its return code has, else 500. */
  status: number
  /** Whether it stands in the `default` answer, which also serves every status without an answer of its own. */
  isDefault: boolean
  mediaType: string
  name: string
  value: unknown
}

/** What is read of a bundle beside Prism. */
interface Bundle {
  info: { title: string; version: string }
  paths: Record<string, Record<string, { 'x-unknown-parameters'?: 'ignored' }>>
  components: { securitySchemes: Record<string, { flows?: Record<string, { scopes: Record<string, string> }> }> }
}

/** The bundled contract documents of this installation. */
export async function loadDocuments(): Promise<MockDocument[]> {
  const apis = [...new Set(Object.values(operations).map((operation) => operation.api))]
  return Promise.all(apis.map(loadDocument))
}

async function loadDocument(api: Api): Promise<MockDocument> {
  const text = await readFile(new URL(`../../generated/${api}.json`, import.meta.url), 'utf8')
  const bundle = JSON.parse(text) as Bundle
  const byId = new Map((await getHttpOperationsFromSpec(bundle)).map((operation) => [operation.iid, operation]))
  const found: MockOperation[] = []
  for (const [key, policy] of Object.entries(operations)) {
    const prism = byId.get(key)
    if (policy.api !== api || !prism) continue
    const described = bundle.paths[policy.path]?.[policy.method]
    const allowsUnknownQuery = policy.servedBy === 'engine' || described?.['x-unknown-parameters'] === 'ignored'
    found.push({ id: key as OperationId, policy, prism, allowsUnknownQuery })
  }
  const flows = Object.values(bundle.components.securitySchemes).flatMap((scheme) => Object.values(scheme.flows ?? {}))
  const scopes = [...new Set(flows.flatMap((flow) => Object.keys(flow.scopes)))]
  return { api, title: bundle.info.title, version: bundle.info.version, scopes, operations: found }
}

/** The status of an example of the `default` answer: its body or, for a page, its name says which failure it is. */
function defaultStatus(name: string, value: unknown): number {
  const byErrorCode = statusOfErrorCode(value)
  if (byErrorCode !== undefined) return byErrorCode
  const error = typeof value === 'object' && value !== null && 'error' in value ? String(value.error) : ''
  const symbols = [error, name.charAt(0).toUpperCase() + name.slice(1)]
  if (error === 'temporarily_unavailable') return 503
  return Object.entries(returnCodes).find(([symbol]) => symbols.includes(symbol))?.[1].http ?? 500
}

/** Every named example of an operation's answers, in document order. */
export function answerExamples({ prism }: MockOperation): AnswerExample[] {
  return prism.responses.flatMap((response) =>
    (response.contents ?? []).flatMap((content) =>
      (content.examples ?? []).flatMap((example) =>
        'value' in example
          ? [
              {
                status: response.code === 'default' ? defaultStatus(example.key, example.value) : Number(response.code),
                isDefault: response.code === 'default',
                mediaType: content.mediaType,
                name: example.key,
                value: example.value,
              },
            ]
          : [],
      ),
    ),
  )
}

/**
 * The example value of an operation's answer that the mock's own login builds on.
 * @param name which one; the first when it is left out
 * @throws Error when the contract no longer has one
 */
export function exampleOf(
  document: MockDocument,
  id: OperationId,
  status: number,
  name?: string,
): Record<string, unknown> {
  const operation = document.operations.find((candidate) => candidate.id === id)
  const examples = operation ? answerExamples(operation) : []
  const example = examples.find((one) => one.status === status && (name === undefined || one.name === name))
  if (!example) throw new Error(`The contract has no example ${name ?? ''} for ${id} ${status}.`)
  return example.value as Record<string, unknown>
}

/** The document of an API. */
export function documentOf(documents: MockDocument[], api: Api): MockDocument {
  const found = documents.find((document) => document.api === api)
  if (!found) throw new Error(`The document ${api} is missing.`)
  return found
}

/** The status of a success: the lowest documented 2xx, else the lowest 3xx. */
export function successStatus(operation: MockOperation): number {
  const [lowest] = operation.policy.responses
    .filter((code) => /^[23]\d\d$/.test(code))
    .map(Number)
    .sort((a, b) => a - b)
  return lowest ?? 200
}

/**
 * The example of a parameter of the query or of a header.
 * @throws Error when the contract no longer has one
 */
export function parameterExample(document: MockDocument, id: OperationId, name: string): string {
  const operation = document.operations.find((candidate) => candidate.id === id)
  const { query = [], headers = [], path = [] } = operation?.prism.request ?? {}
  const [example] = [...query, ...headers, ...path].find((parameter) => parameter.name === name)?.examples ?? []
  if (!example || !('value' in example)) throw new Error(`The contract has no example for ${name} of ${id}.`)
  return String(example.value)
}
