import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Logger } from 'pino'
import { challenge } from '../auth/bearer.ts'
import { casError, casTextError } from './cas-shapes.ts'
import { classify } from './classify.ts'
import type { DomainError, Locale } from './domain-error.ts'
import {
  type ErrorFormat,
  type ErrorPage,
  envelopeError,
  errorCodeError,
  htmlError,
  loginError,
  oauthError,
  type ShapedError,
} from './shapes.ts'

/** What the error middleware has to know about the request that failed. */
export interface ErrorContext {
  readonly format: ErrorFormat
  readonly locale: Locale
  readonly requestId: string
  readonly issuer: string
  readonly url: string
  readonly operationId?: string | undefined
  /** Headers that were there before the handler began; the others are withdrawn. */
  readonly keep: ReadonlySet<string>
}

export interface ErrorHandling {
  readonly log: Logger
  readonly errorPage?: ErrorPage | undefined
  readonly contextOf: (request: Request) => ErrorContext
}

function shape(failure: DomainError, context: ErrorContext, page: ErrorPage | undefined): ShapedError {
  switch (context.format) {
    case 'envelope':
      return envelopeError(failure, context.locale)
    case 'error-code':
      return errorCodeError(failure, context.locale)
    case 'cas':
      return casError(failure, context.url)
    case 'cas-text':
      return casTextError(failure)
    case 'oauth':
      return oauthError(failure)
    case 'login':
      return loginError(failure, context.locale)
    case 'html':
      return htmlError(failure, context, page)
  }
}

/** The shapes of endpoints that take access tokens. */
const tokenFormats: readonly ErrorFormat[] = ['oauth', 'envelope', 'error-code']

/** Sends a failure around every hook on the response, so that no validator can fail a second time. */
function send(response: Response, failure: DomainError, context: ErrorContext, shaped: ShapedError): void {
  for (const name of response.getHeaderNames()) if (!context.keep.has(name)) response.removeHeader(name)
  response.statusCode = shaped.status
  response.setHeader('Content-Type', shaped.contentType)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Request-Id', context.requestId)
  const { allow, retryAfter, scope } = failure.details
  if (allow !== undefined) response.setHeader('Allow', allow)
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(Math.max(0, Math.ceil(retryAfter))))
  const aboutToken = ['unauthorized', 'invalid_token', 'insufficient_scope'].includes(failure.code)
  // A face may answer with another status than that of the kind; then it is not the token that is asked for.
  if (aboutToken && shaped.status === failure.status && tokenFormats.includes(context.format)) {
    const error = { code: failure.oauthError, description: failure.description }
    response.setHeader(
      'WWW-Authenticate',
      challenge(context.issuer, failure.code === 'unauthorized' ? undefined : error, scope),
    )
  }
  // The unread rest of a refused body would be taken for the next request.
  if (shaped.status === 413) response.setHeader('Connection', 'close')
  response.setHeader('Content-Length', Buffer.byteLength(shaped.body))
  response.end(shaped.body)
}

/** The one place where a failure becomes an answer. Failures of our own are logged and hidden behind the request id. */
export function errorMiddleware({ log, errorPage, contextOf }: ErrorHandling): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const failure = classify(error)
    const context = contextOf(request)
    // What is not built yet was to be expected.
    if (failure.status >= 500 && failure.code !== 'not_implemented') {
      log.error(
        { err: failure.cause ?? failure, requestId: context.requestId, operationId: context.operationId },
        'unexpected failure',
      )
    }
    if (response.headersSent) {
      response.destroy()
      return
    }
    send(response, failure, context, shape(failure, context, errorPage))
  }
}

/** What answers when the error middleware itself fails: plain, and without any of its parts. */
export function lastResort(log: Logger): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    log.fatal({ err: error }, 'the error middleware failed')
    if (response.headersSent) {
      response.destroy()
      return
    }
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    response.statusCode = 500
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    response.setHeader('Cache-Control', 'no-store')
    response.end('{"error":"server_error"}')
  }
}
