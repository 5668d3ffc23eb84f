import { type Answer, escapeHtml, json } from './answer.ts'
import type { CasErrorCode, Failure } from './failure.ts'

/** A refused request is an answer of the protocol, with HTTP status 200; other failures keep theirs. */
function outcomeOf({ status, casError = 'INVALID_REQUEST' }: Failure): { status: number; code: CasErrorCode } {
  return status === 400 ? { status: 200, code: casError } : { status, code: 'INTERNAL_ERROR' }
}

/** The failure in the shape of CAS 2.0 and 3.0, as XML or, where the query says so, as JSON. */
export function casFailure(failure: Failure, query: URLSearchParams): Answer {
  const { status, code } = outcomeOf(failure)
  const { headers } = failure
  // XML 1.0 has no way to write most control characters (section 2.2).
  const description = failure.message.replace(
    /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
    '\ufffd',
  )
  if (query.get('format') === 'JSON') {
    return json(status, { serviceResponse: { authenticationFailure: { code, description } } }, headers)
  }
  const body = `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationFailure code="${code}">${escapeHtml(description)}</cas:authenticationFailure></cas:serviceResponse>`
  return { status, headers, mediaType: 'application/xml', body }
}

/** The failure in the shape of CAS 1.0, which has no place for a reason. */
export function casTextFailure(failure: Failure): Answer {
  return { status: outcomeOf(failure).status, headers: failure.headers, mediaType: 'text/plain', body: 'no\n' }
}
