import { DomainError } from '../../errors/domain-error.ts'
import type { Operation } from '../operation.ts'
import { findingsOf } from './findings.ts'

/**
 * The validator's words for what is not there, for what is there but empty, for a list that is too long, and for none of
 * the values that there are.
 */
const missing =
  /^must have required property|^must NOT have fewer than 1 (characters|items)|^must NOT have more than \d+ items|^must be equal to one of|^Empty value found/

/**
 * The failure of a request that lacks a parameter or field with a code of its own (`x-missing-code`), or has none of its
 * values there; undefined for every other one. The vendor has one code for a list that is empty and one that is too long
 * (PARAM.0029).
 */
export function missingField(operation: Operation, error: unknown): DomainError | undefined {
  for (const { path, message } of findingsOf(error)) {
    const errorCode = operation.missingCodes[path.replace(/\/\d+(?=\/|$)/g, '/*')]
    if (errorCode && missing.test(message)) return new DomainError('invalid_request', { errorCode }, { cause: error })
  }
  return undefined
}
