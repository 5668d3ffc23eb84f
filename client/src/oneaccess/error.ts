import { AccountError, type FailureDetails } from '../errors.ts'
import type { ErrorCodeName } from '../generated/error-codes.ts'

/** The codes of the table of error codes. */
export type OneAccessErrorCode = ErrorCodeName

/** The error answer of a OneAccess endpoint below `/api/v2`. */
export class OneAccessError extends AccountError {
  override readonly name = 'OneAccessError'
  /** The answer's `error_code`, of the table of error codes. A newer server may know more of them. */
  readonly code: OneAccessErrorCode
  /** The answer's `error_msg`, a sentence for people in the language of the call. */
  readonly displayMessage: string

  constructor(answer: { error_code: string; error_msg: string }, details: FailureDetails) {
    super(`${answer.error_code} (${answer.error_msg})`, details)
    // The contract closes the table; what the wire carries beyond it cannot be typed.
    this.code = answer.error_code as OneAccessErrorCode
    this.displayMessage = answer.error_msg
  }
}

/** Reads an error answer of the endpoints below `/api/v2`; undefined when it has another shape. */
export function readOneAccessFailure(body: unknown, details: FailureDetails): OneAccessError | undefined {
  if (typeof body !== 'object' || body === null || !('error_code' in body)) return undefined
  const message = 'error_msg' in body ? String(body.error_msg) : ''
  return new OneAccessError({ error_code: String(body.error_code), error_msg: message }, details)
}
