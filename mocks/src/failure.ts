import type { IncomingHttpHeaders } from 'node:http'
import type { ErrorCodeName } from '../../generated/error-codes.ts'
import type { returnCodes } from '../../generated/return-codes.ts'

/** What a CAS answer says when it does not name the user (CAS protocol 3.0, section 2.5.3). */
export type CasErrorCode = 'INVALID_REQUEST' | 'INVALID_TICKET' | 'INVALID_SERVICE' | 'INTERNAL_ERROR'

/** What the shape and the language of a failure depend on beside its operation. */
export interface Asked {
  headers: IncomingHttpHeaders
  query: URLSearchParams
}

/** A request that is refused, before it has the shape of an operation. */
export interface Failure {
  status: number
  /** One sentence for the person who reads the test log. */
  message: string
  /** The return code of the envelope, where it is not the first one with this status. */
  code?: keyof typeof returnCodes
  /** The error code below /api/v2, where it is not the general one with this status; it decides the status. */
  errorCode?: ErrorCodeName
  /** What stands in place of `{0}`, `{1}` … in the text of an error code. */
  values?: readonly number[]
  /** The error code of CAS, where a request is refused for another reason than its form. */
  casError?: CasErrorCode
  /** The error code of OAuth, where it is not the usual one with this status. */
  oauthError?: string
  headers?: Record<string, string>
}

/** A failure that is thrown. */
export class Refused extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}
