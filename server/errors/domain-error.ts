import { type ReturnCodeName, returnCodes } from '../../generated/return-codes.ts'

/** How one kind of failure looks in each shape: its name in the envelope and its OAuth code (RFC 6749 section 5.2). */
interface Kind {
  readonly returnCode: ReturnCodeName
  readonly oauthError: string
}

const kinds = {
  invalid_request: { returnCode: 'InvalidRequest', oauthError: 'invalid_request' },
  unauthorized: { returnCode: 'Unauthorized', oauthError: 'invalid_token' },
  invalid_token: { returnCode: 'Unauthorized', oauthError: 'invalid_token' },
  insufficient_scope: { returnCode: 'Forbidden', oauthError: 'insufficient_scope' },
  forbidden: { returnCode: 'Forbidden', oauthError: 'access_denied' },
  not_found: { returnCode: 'NotFound', oauthError: 'not_found' },
  method_not_allowed: { returnCode: 'MethodNotAllowed', oauthError: 'invalid_request' },
  conflict: { returnCode: 'Conflict', oauthError: 'invalid_request' },
  payload_too_large: { returnCode: 'PayloadTooLarge', oauthError: 'invalid_request' },
  unsupported_media_type: { returnCode: 'UnsupportedMediaType', oauthError: 'invalid_request' },
  unprocessable: { returnCode: 'UnprocessableContent', oauthError: 'invalid_request' },
  too_many_requests: { returnCode: 'TooManyRequests', oauthError: 'temporarily_unavailable' },
  header_fields_too_large: { returnCode: 'HeaderFieldsTooLarge', oauthError: 'invalid_request' },
  internal_error: { returnCode: 'InternalError', oauthError: 'server_error' },
  not_implemented: { returnCode: 'NotImplemented', oauthError: 'server_error' },
  service_unavailable: { returnCode: 'ServiceUnavailable', oauthError: 'temporarily_unavailable' },
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
    return kinds[this.code].oauthError
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
