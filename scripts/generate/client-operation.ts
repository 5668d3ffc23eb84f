import {
  type ContractDocument,
  type ContractOperation,
  type ContractParameter,
  operationsOf,
  type Reference,
  resolve,
} from './document.ts'
import { successTypes } from './sdk-names.ts'

/** What the client is told of an operation. */
export interface ClientOperation {
  method: string
  path: string
  operation: ContractOperation
  /** Whether one of its query parameters has to be given; undefined where it has none. */
  query: 'required' | 'optional' | undefined
  /** Of the request body; undefined where it has none. */
  mediaType: string | undefined
  isForm: boolean
  isBodyRequired: boolean
  isPaged: boolean
  takesToken: boolean
  /** What a call proves by itself. */
  proof: 'session' | 'state' | 'access' | undefined
  isAnsweredEmpty: boolean
  isUnsafeRead: boolean
  /** How a success is read. */
  answer: 'json' | 'text' | 'blob' | 'stream'
}

const FORM = 'application/x-www-form-urlencoded'

/** The parameters that choose a page; the client gives those that have to be given. */
const PAGING = ['pageNum', 'pageSize', 'offset', 'limit']

const proofs = { sessionSignature: 'session', stateToken: 'state', accessToken: 'access' } as const

function hasScheme({ security }: ContractOperation, name: string): boolean {
  return security.some((alternative) => name in alternative)
}

/** Whether one of the ways in is an OAuth access token. */
function takesToken(document: ContractDocument, { security }: ContractOperation): boolean {
  const schemes = document.components?.securitySchemes ?? {}
  return security.some((alternative) =>
    Object.keys(alternative).some((name) => {
      const scheme = schemes[name]
      return scheme !== undefined && resolve(document, scheme).type === 'oauth2'
    }),
  )
}

/** Whether a success has no content although its status does not say so (RFC 9110 section 15.3.5). */
function isAnsweredEmpty(document: ContractDocument, { responses }: ContractOperation): boolean {
  return Object.entries(responses).some(
    ([status, response]) =>
      /^20[0-3]/.test(status) && resolve(document, response as { content?: unknown }).content === undefined,
  )
}

/** How a success is read: as its first media type says, and as bytes where that may be a file. */
function answerOf(document: ContractDocument, operation: ContractOperation): ClientOperation['answer'] {
  const types = successTypes(document, operation)
  const [first = 'application/json'] = types
  if (/json$/.test(first)) return 'json'
  if (first === 'text/event-stream') return 'stream'
  return types.every((type) => /^text\/|xml$|json$/.test(type) && !type.includes('officedocument')) ? 'text' : 'blob'
}

function queryOf(parameters: readonly ContractParameter[]): ClientOperation['query'] {
  const query = parameters.filter((parameter) => parameter.in === 'query')
  if (query.length === 0) return undefined
  return query.some(({ name, required }) => required && !PAGING.includes(name)) ? 'required' : 'optional'
}

/** Each operation of a document as the client sees it, in document order. */
export function clientOperations(document: ContractDocument): ClientOperation[] {
  return [...operationsOf(document)].map(({ path, method, operation, shared }) => {
    const parameters = [...shared, ...(operation.parameters ?? [])].map((one: ContractParameter | Reference) =>
      resolve(document, one),
    )
    const body = operation.requestBody && resolve(document, operation.requestBody)
    const mediaType = body && Object.keys(body.content)[0]
    const scheme = Object.entries(proofs).find(([name]) => hasScheme(operation, name))
    return {
      method,
      path,
      operation,
      query: queryOf(parameters),
      mediaType,
      isForm: mediaType === FORM,
      isBodyRequired: body?.required === true,
      isPaged: method === 'get' && parameters.some(({ name }) => name === 'pageNum' || name === 'limit'),
      takesToken: takesToken(document, operation),
      proof: scheme?.[1],
      isAnsweredEmpty: isAnsweredEmpty(document, operation),
      // GET is safe (RFC 9110 section 9.2.1), but one that answers 201 has created what another call would create again.
      isUnsafeRead: method === 'get' && '201' in operation.responses,
      answer: answerOf(document, operation),
    }
  })
}
