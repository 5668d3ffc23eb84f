import type { ErrorCodeName } from '../../generated/error-codes.ts'

/** Every way in which a request fails before a service is asked, or because the server itself failed. */
export type ContractFailureKind =
  | 'invalid_request'
  | 'unauthorized'
  | 'invalid_token'
  | 'invalid_client'
  | 'insufficient_scope'
  | 'wrong_caller'
  | 'role_required'
  | 'permission_required'
  | 'not_found'
  | 'method_not_allowed'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'header_fields_too_large'
  | 'request_timeout'
  | 'internal_error'
  | 'not_implemented'
  | 'service_unavailable'

/** What such a failure may say beyond its kind. */
export interface ContractFailureDetails {
  /** For the developer of the client, in English; never holds what the caller sent. */
  readonly description?: string
  /** The methods an address answers. */
  readonly allow?: string
  /** The scope that would do, for `insufficient_scope`. */
  readonly scope?: string
  /** The error code that the contract has for this place (`x-missing-code`, `x-refusal`); HTTP status and text follow from it. */
  readonly errorCode?: ErrorCodeName
  /** The OAuth code instead of the one that belongs to the kind, where an API documents another. */
  readonly oauthError?: string
  /** Seconds until another attempt makes sense. */
  readonly retryAfter?: number
}

/** A failure of the contract layer's own: no service knows it. */
export class ContractFailure extends Error {
  override readonly name = 'ContractFailure'
  readonly kind: ContractFailureKind
  readonly details: ContractFailureDetails

  constructor(kind: ContractFailureKind, details: ContractFailureDetails = {}, options?: ErrorOptions) {
    super(details.description ?? kind, options)
    this.kind = kind
    this.details = details
  }
}
