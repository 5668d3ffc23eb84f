import type { DescribedFailure } from './described.ts'
import type { ShapedFailure } from './shaped-failure.ts'

/**
 * A validation that failed is an answer of the protocol and no failure of HTTP (CAS protocol 3.0, section 2.5.3): a
 * request that lacks something gets 200. Failures of the server keep their status, so that nobody takes them for one.
 */
const outcomeOf = (failure: DescribedFailure) =>
  failure.kind === 'invalid_request'
    ? { status: 200, code: 'INVALID_REQUEST' }
    : { status: failure.returnCode.http, code: 'INTERNAL_ERROR' }

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** `serviceResponse` with `authenticationFailure`, as XML or, where the query says `format=JSON`, as JSON. */
export function casError(failure: DescribedFailure, url: string): ShapedFailure {
  const { status, code } = outcomeOf(failure)
  const { description } = failure
  if (new URLSearchParams(url.split('?')[1]).get('format') === 'JSON') {
    const body = JSON.stringify({ serviceResponse: { authenticationFailure: { code, description } } })
    return { status, contentType: 'application/json; charset=utf-8', body }
  }
  const text = description.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)
  const body = `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationFailure code="${code}">${text}</cas:authenticationFailure></cas:serviceResponse>`
  return { status, contentType: 'application/xml; charset=utf-8', body }
}

/** `no` and the end of the line (CAS 1.0). */
export function casTextError(failure: DescribedFailure): ShapedFailure {
  return { status: outcomeOf(failure).status, contentType: 'text/plain; charset=utf-8', body: 'no\n' }
}
