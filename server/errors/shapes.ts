import type { Html } from '../pages/views/html.ts'
import type { DomainError, Locale } from './domain-error.ts'

/** How an operation words its failures: `x-error-format` of the contract. */
export type ErrorFormat = 'envelope' | 'oauth' | 'html' | 'login' | 'error-code' | 'cas' | 'cas-text'

/** What a failure page shows. */
export interface PageFailure {
  readonly status: number
  readonly detail?: string | undefined
  readonly locale: Locale
  readonly requestId: string
  readonly error?: string | undefined
  /** Path and query that were asked for. */
  readonly url: string
}

/** Draws a failure page; given by the composition, because the shapes know no views. */
export type ErrorPage = (failure: PageFailure) => Html

/** A failure, ready to be sent. */
export interface ShapedError {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

const json = (status: number, value: unknown): ShapedError => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})

/** `{ status, message, error, data }` of the account endpoints. */
export function envelopeError(failure: DomainError, locale: Locale): ShapedError {
  const { status, error } = failure.returnCode
  return json(failure.status, { status, message: withPlace(failure, failure.text(locale)), error, data: null })
}

/** `{ error_code, error_msg }` of the OneAccess endpoints below /api/v2; the HTTP status is that of the code. */
export function errorCodeError(failure: DomainError, locale: Locale): ShapedError {
  const { code, status, message } = failure.errorCode(locale)
  const text = failure.details.errorCode ? message : withPlace(failure, message)
  return json(status, { error_code: code, error_msg: text })
}

/** The sentence is for people; where the request itself is wrong, its developer is told the place too. */
function withPlace(failure: DomainError, text: string): string {
  const place = failure.code === 'invalid_request' && !failure.details.message && failure.details.description
  return (place ? `${text} (${failure.description})` : text).slice(0, 1000)
}

/** `{ error, error_description }` (RFC 6749 section 5.2). */
export function oauthError(failure: DomainError): ShapedError {
  return json(failure.status, { error: failure.oauthError, error_description: failure.description })
}

/** `{ status: 0, msg }` of the sign-in form for scripts. */
export function loginError(failure: DomainError, locale: Locale): ShapedError {
  return json(failure.status, { status: 0, msg: failure.text(locale) })
}

/** A page; without a view it is a plain one that holds our own texts only. */
export function htmlError(
  failure: DomainError,
  context: { locale: Locale; requestId: string; url: string },
  page: ErrorPage | undefined,
): ShapedError {
  const body = page
    ? String(page({ ...context, status: failure.status, detail: failure.details.message?.[context.locale] }))
    : `<!doctype html><html lang="${context.locale}"><title>${failure.status}</title><p>${failure.status}</p></html>`
  return { status: failure.status, contentType: 'text/html; charset=utf-8', body }
}
