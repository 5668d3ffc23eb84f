import { findingsOf } from '../contract/validate/findings.ts'
import { DomainError, type ErrorCode } from './domain-error.ts'

const codes: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  422: 'unprocessable',
  429: 'too_many_requests',
  431: 'header_fields_too_large',
}

/** The first places that are wrong; property names only, so nothing the caller sent comes back as a value. */
function wrongPlaces(error: object): string | undefined {
  const findings = findingsOf(error).slice(0, 3)
  if (findings.length === 0) return undefined
  return findings
    .map(({ path, message }) => `${path.replace(/^\/body\//, '/')} ${message}`)
    .join('; ')
    .slice(0, 300)
}

/**
 * Whatever was thrown, as one of the known failures: services throw them, the validator and the body parsers throw
 * errors with a client status, anything else is our own fault and says nothing about itself.
 */
export function classify(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  if (error instanceof URIError) return new DomainError('invalid_request', {}, { cause: error })
  if (typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number') {
    const code = codes[error.status] ?? (error.status >= 400 && error.status < 500 ? 'invalid_request' : undefined)
    if (code) {
      const description = wrongPlaces(error)
      return new DomainError(code, description ? { description } : {}, { cause: error })
    }
  }
  return new DomainError('internal_error', {}, { cause: error })
}
