import type { ReturnCodeName, returnCodes } from './generated/return-codes.ts'

/** What is known about a failed call. */
export interface FailureDetails {
  /** The operation: method and path as in the contract, without values. */
  readonly operation: string
  /** The address that was called: the server's and the path as in the contract, without values and query. */
  readonly url?: string | undefined
  /** The HTTP status of the answer; absent when there was none. */
  readonly status?: number | undefined
  /** `X-Request-Id` of the answer: names the request in the server's logs. */
  readonly requestId?: string | undefined
  /** Seconds after which the server wants to be asked again (`Retry-After`). */
  readonly retryAfter?: number | undefined
  /** The error behind this one. */
  readonly cause?: unknown
}

/** An operation of a server, such as `POST /connect/token`, for an error. */
export const placeOf = (baseUrl: string, operation: string) => ({
  operation,
  url: baseUrl + operation.slice(operation.indexOf('/')),
})

/**
 * Every failure that this package reports is an AccountError; the class itself stands for an answer in no documented
 * shape. A call that the caller aborts is no failure: it rejects with the reason of the caller's signal.
 */
export class AccountError extends Error {
  override readonly name: string = 'AccountError'
  readonly operation: string
  readonly url: string | undefined
  readonly status: number | undefined
  readonly requestId: string | undefined
  readonly retryAfter: number | undefined

  /** @param message what happened; the method and the address are put before it */
  constructor(message: string, details: FailureDetails) {
    const { operation, url, cause } = details
    super(`${url === undefined ? operation : `${operation.split(' ')[0]} ${url}`}: ${message}`, { cause })
    this.operation = operation
    this.url = url
    this.status = details.status
    this.requestId = details.requestId
    this.retryAfter = details.retryAfter
  }
}

/**
 * The standard error codes of the protocol endpoints (RFC 6749 sections 4.1.2.1 and 5.2, RFC 6750 section 3.1,
 * RFC 8628 section 3.5, OpenID Connect Core 1.0 section 3.1.2.6). The standards allow others.
 */
export type OAuthErrorCode =
  | 'access_denied'
  | 'authorization_pending'
  | 'consent_required'
  | 'expired_token'
  | 'insufficient_scope'
  | 'interaction_required'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'invalid_token'
  | 'login_required'
  | 'server_error'
  | 'slow_down'
  | 'temporarily_unavailable'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | (string & {})

/** The error answer of a protocol endpoint, or of a sign-in that came back without a code. */
export class OAuthError extends AccountError {
  override readonly name = 'OAuthError'
  /** The symbolic name of the error. */
  readonly error: OAuthErrorCode
  /** A sentence for the developer of the client. */
  readonly errorDescription: string | undefined

  constructor(error: OAuthErrorCode, errorDescription: string | undefined, details: FailureDetails) {
    super(`${error}${errorDescription ? ` (${errorDescription})` : ''}`, details)
    this.error = error
    this.errorDescription = errorDescription
  }
}

/** The numbers of the table of return codes, without 0 for success. */
export type ReturnCode = (typeof returnCodes)[ReturnCodeName]['status']

/** The symbolic names of the table of return codes. */
export type ReturnCodeSymbol = ReturnCodeName

/** The error answer of an account endpoint: an envelope whose `status` is not 0. */
export class EnvelopeError extends AccountError {
  override readonly name = 'EnvelopeError'
  /** The envelope's `status`, a number of the table of return codes. A newer server may know more of them. */
  readonly code: ReturnCode
  /** The envelope's `error`, the symbolic name that belongs to the number. */
  readonly symbol: ReturnCodeSymbol
  /** The envelope's `message`, a sentence for people in the language of the call. */
  readonly displayMessage: string

  constructor(envelope: { status: number; error: string; message: string }, details: FailureDetails) {
    super(`${envelope.status} ${envelope.error} (${envelope.message})`, details)
    // The contract closes the table; what the wire carries beyond it cannot be typed.
    this.code = envelope.status as ReturnCode
    this.symbol = envelope.error as ReturnCodeSymbol
    this.displayMessage = envelope.message
  }
}

/** The server could not be reached, or the connection broke before the whole answer was there. */
export class ConnectionError extends AccountError {
  override readonly name = 'ConnectionError'

  constructor(details: FailureDetails) {
    super('the server could not be reached', details)
  }
}

/** The whole answer was not there in time. */
export class TimeoutError extends AccountError {
  override readonly name = 'TimeoutError'

  constructor(milliseconds: number, details: FailureDetails) {
    super(`no answer within ${milliseconds} ms`, details)
  }
}

/** There are no tokens, or they have ended and cannot be renewed: the user has to sign in (again). */
export class SignInRequiredError extends AccountError {
  override readonly name = 'SignInRequiredError'

  constructor(details: FailureDetails) {
    super('the user has to sign in', details)
  }
}

/** The address that the browser came back to is not the answer to the sign-in that this browser began. */
export class InvalidCallbackError extends AccountError {
  override readonly name = 'InvalidCallbackError'
  /** The parameter that is wrong, missing or repeated. */
  readonly parameter: 'state' | 'iss' | 'code' | 'error' | 'error_description'

  constructor(parameter: InvalidCallbackError['parameter'], details: FailureDetails) {
    super(`the callback address has a wrong ${parameter}`, details)
    this.parameter = parameter
  }
}
