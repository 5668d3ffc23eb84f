import { ContractFailure, type ContractFailureKind } from '../failure.ts'
import type { Operation } from '../operation.ts'

/** What the validator says about one place of a request: where (a JSON pointer) and what is wrong there. */
interface Finding {
  readonly path: string
  readonly message: string
}

const kinds: Readonly<Record<number, ContractFailureKind>> = {
  401: 'unauthorized',
  403: 'insufficient_scope',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  431: 'header_fields_too_large',
}

function isFinding(value: unknown): value is Finding {
  if (typeof value !== 'object' || value === null) return false
  return 'path' in value && typeof value.path === 'string' && 'message' in value && typeof value.message === 'string'
}

function findingsOf(error: object): Finding[] {
  const list: unknown = 'errors' in error ? error.errors : undefined
  return Array.isArray(list) ? list.filter(isFinding) : []
}

/** The first places that are wrong; property names only, so nothing the caller sent comes back as a value. */
function wrongPlaces(findings: readonly Finding[]): string | undefined {
  if (findings.length === 0) return undefined
  return findings
    .slice(0, 3)
    .map(({ path, message }) => `${path} ${message}`)
    .join('; ')
    .slice(0, 300)
}

/**
 * The validator's words for what is not there, for what is there but empty, for a list that is too long, and for none of
 * the values that there are.
 */
const missing =
  /^must have required property|^must NOT have fewer than 1 (characters|items)|^must NOT have more than \d+ items|^must be equal to one of|^Empty value found/

/**
 * The code that the contract has for a parameter or field that is not there, or has none of its values (`x-missing-code`).
 * The vendor has one code for a list that is empty and one that is too long (PARAM.0029).
 */
function missingCodeOf({ missingCodes }: Operation, findings: readonly Finding[]) {
  for (const { path, message } of findings) {
    const code = missingCodes[path.replace(/\/\d+(?=\/|$)/g, '/*')]
    if (code && missing.test(message)) return code
  }
  return undefined
}

/** Whether a grant is asked for that the operation does not have (RFC 6749 section 5.2). */
function isOtherGrant(findings: readonly Finding[]): boolean {
  const [first] = findings.filter(({ path }) => /^\/(body|query)\/grant_type$/.test(path))
  return first?.message === 'must be equal to constant'
}

/**
 * What a library below threw about the request, as a failure of ours: the validator and Express give errors with the
 * status of a client's mistake. Undefined for anything else, which is a fault of the server.
 */
export function requestFailure(error: unknown, operation: Operation | undefined): ContractFailure | undefined {
  if (error instanceof ContractFailure) return error
  if (error instanceof URIError) return new ContractFailure('invalid_request', {}, { cause: error })
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined
  const { status } = error
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined
  const findings = findingsOf(error)
  const errorCode = operation && missingCodeOf(operation, findings)
  if (errorCode) return new ContractFailure('invalid_request', { errorCode }, { cause: error })
  const description = wrongPlaces(findings)
  const details = {
    ...(description && { description }),
    ...(isOtherGrant(findings) && { oauthError: 'unsupported_grant_type' }),
  }
  return new ContractFailure(kinds[status] ?? 'invalid_request', details, { cause: error })
}
