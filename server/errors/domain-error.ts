import { type ErrorCodeName, errorCodes } from '../../generated/error-codes.ts'
import { type ReturnCodeName, returnCodes } from '../../generated/return-codes.ts'

/**
 * How one kind of failure looks in each shape: its name in the envelope, its error code on the OneAccess face and its
 * OAuth code (RFC 6749 section 5.2).
 */
interface Kind {
  readonly returnCode: ReturnCodeName
  readonly errorCode: ErrorCodeName
  readonly oauthError: string
}

const kinds = {
  invalid_request: { returnCode: 'InvalidRequest', errorCode: 'COMMON.0400', oauthError: 'invalid_request' },
  unauthorized: { returnCode: 'Unauthorized', errorCode: 'COMMON.0401', oauthError: 'invalid_token' },
  invalid_token: { returnCode: 'Unauthorized', errorCode: 'COMMON.0401', oauthError: 'invalid_token' },
  insufficient_scope: { returnCode: 'Forbidden', errorCode: 'COMMON.0403', oauthError: 'insufficient_scope' },
  forbidden: { returnCode: 'Forbidden', errorCode: 'COMMON.0403', oauthError: 'access_denied' },
  not_found: { returnCode: 'NotFound', errorCode: 'COMMON.0404', oauthError: 'not_found' },
  method_not_allowed: { returnCode: 'MethodNotAllowed', errorCode: 'COMMON.0405', oauthError: 'invalid_request' },
  conflict: { returnCode: 'Conflict', errorCode: 'COMMON.0400', oauthError: 'invalid_request' },
  payload_too_large: { returnCode: 'PayloadTooLarge', errorCode: 'COMMON.0413', oauthError: 'invalid_request' },
  unsupported_media_type: {
    returnCode: 'UnsupportedMediaType',
    errorCode: 'COMMON.0415',
    oauthError: 'invalid_request',
  },
  unprocessable: { returnCode: 'UnprocessableContent', errorCode: 'COMMON.0400', oauthError: 'invalid_request' },
  too_many_requests: { returnCode: 'TooManyRequests', errorCode: 'COMMON.0429', oauthError: 'temporarily_unavailable' },
  header_fields_too_large: {
    returnCode: 'HeaderFieldsTooLarge',
    errorCode: 'COMMON.0431',
    oauthError: 'invalid_request',
  },
  internal_error: { returnCode: 'InternalError', errorCode: 'COMMON.0500', oauthError: 'server_error' },
  not_implemented: { returnCode: 'NotImplemented', errorCode: 'COMMON.0501', oauthError: 'server_error' },
  service_unavailable: {
    returnCode: 'ServiceUnavailable',
    errorCode: 'COMMON.0503',
    oauthError: 'temporarily_unavailable',
  },
} as const satisfies Record<string, Kind>

/** Every failure the services know; the shapes and their HTTP statuses follow from the code alone. */
export type ErrorCode = keyof typeof kinds

export type Locale = 'zh' | 'en'

/** What a failure may say beyond its code. */
export interface ErrorDetails {
  /** For people, instead of the text that belongs to the code. */
  readonly message?: Readonly<Record<Locale, string>>
  /** For the developer of the client, in English; never holds what the caller sent. */
  readonly description?: string
  /** Seconds until another attempt makes sense. */
  readonly retryAfter?: number
  /** The methods an address answers. */
  readonly allow?: string
  /** The scope that would do, for `insufficient_scope`. */
  readonly scope?: string
  /** What the OneAccess face says instead of the code that belongs to the kind; HTTP status and text follow from it. */
  readonly errorCode?: ErrorCodeName
  /** The OAuth code instead of the one that belongs to the kind, where an endpoint documents another. */
  readonly oauthError?: string
}

/** A failure that is part of the design: thrown by services and by the contract layer, shaped in one place. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(details.description ?? code, options)
    this.code = code
    this.details = details
  }

  /** The HTTP status that belongs to the code. */
  get status(): number {
    return returnCodes[kinds[this.code].returnCode].http
  }

  /** The OAuth error code (RFC 6749 section 5.2). */
  get oauthError(): string {
    return this.details.oauthError ?? kinds[this.code].oauthError
  }

  /** Code, HTTP status and text on the OneAccess face. */
  errorCode(locale: Locale): { readonly code: ErrorCodeName; readonly status: number; readonly message: string } {
    const code = this.details.errorCode ?? kinds[this.code].errorCode
    const { http, message } = errorCodes[code]
    return { code, status: http, message: (this.details.message ?? message)[locale] }
  }

  /** Number and symbolic name in the envelope. */
  get returnCode(): { readonly status: number; readonly error: ReturnCodeName } {
    const error = kinds[this.code].returnCode
    return { status: returnCodes[error].status, error }
  }

  /** The text for people. */
  text(locale: Locale): string {
    return (this.details.message ?? returnCodes[kinds[this.code].returnCode].message)[locale]
  }

  /** The text for developers, within the characters that RFC 6749 section 5.2 allows in `error_description`. */
  get description(): string {
    const text = this.details.description ?? returnCodes[kinds[this.code].returnCode].message.en
    return text.replace(/"/g, "'").replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '')
  }
}
