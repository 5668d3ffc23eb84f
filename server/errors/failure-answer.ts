import { type ErrorFormat, formats } from '../contract/faces.ts'
import type { FailureAnswer, ShapeFailure } from '../contract/send-failure.ts'
import { type DescribedFailure, describeFailure } from './described.ts'
import type { ShapedFailure } from './shaped-failure.ts'
import { type ErrorPage, shapes } from './shapes.ts'

/**
 * What makes answers of failures.
 * @param errorPage draws the pages of failures; plain ones without it
 */
export function failureShaper(errorPage?: ErrorPage): ShapeFailure {
  return (thrown, format, request) => {
    const failure = describeFailure(thrown)
    const shaped = shapes[format](failure, request, errorPage)
    const { kind, place } = failure
    const reason = place === undefined ? kind : `${kind}: ${place}`
    return {
      ...shaped,
      headers: headersOf(failure, format, shaped, request.issuer),
      code: codeOf(failure, format),
      reason,
    }
  }
}

/** The code of the contract's tables that the shape shows. */
function codeOf({ returnCode, errorCode }: DescribedFailure, format: ErrorFormat): FailureAnswer['code'] {
  if (format === 'envelope') return returnCode.error
  return format === 'error-code' ? errorCode.code : undefined
}

function headersOf(
  failure: DescribedFailure,
  format: ErrorFormat,
  { status }: ShapedFailure,
  realm: string,
): Record<string, string> {
  const { allow, scope } = failure.details
  const headers: Record<string, string> = {}
  if (allow !== undefined) headers.Allow = allow
  if (failure.retryAfter !== undefined) headers['Retry-After'] = String(Math.max(0, Math.ceil(failure.retryAfter)))
  // A face may answer with another status than that of the kind; then it is not the credential that is asked for.
  if (!formats[format].json || (status !== 401 && status !== 403)) return headers
  const challenge = challengeOf(failure, realm, scope)
  if (challenge) headers['WWW-Authenticate'] = challenge
  return headers
}

/** What the WWW-Authenticate header says of it (RFC 6750 section 3, RFC 6749 section 5.2). */
function challengeOf(failure: DescribedFailure, realm: string, scope: string | undefined): string | undefined {
  switch (failure.kind) {
    case 'unauthorized':
      // No token came: there is nothing wrong with it yet.
      return `Bearer realm=${quoted(realm)}`
    case 'invalid_token':
    case 'wrong_caller':
    case 'insufficient_scope': {
      // The body may have another word of the vendor's; clients know these two (RFC 6750 section 3.1).
      const word = failure.kind === 'insufficient_scope' ? 'insufficient_scope' : 'invalid_token'
      const error = `error=${quoted(word)}, error_description=${quoted(failure.description)}`
      return `Bearer realm=${quoted(realm)}, ${error}${scope ? `, scope=${quoted(scope)}` : ''}`
    }
    case 'invalid_client':
    case 'client_credentials_wrong':
      return `Basic realm=${quoted(realm)}`
    default:
      return undefined
  }
}

function quoted(text: string): string {
  return `"${text.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '')}"`
}
