import { type ErrorCodeName, errorCodes } from '../../generated/error-codes.ts'
import { type ReturnCodeName, returnCodes } from '../../generated/return-codes.ts'
import { ContractFailure, type ContractFailureDetails } from '../contract/failure.ts'
import type { Locale } from '../contract/request/locale.ts'
import { Failure, type FailureValue, valueIn } from '../domain/failure.ts'
import { type Kind, kinds } from './kinds.ts'

/** A failure with the names that it has in each shape. */
export interface DescribedFailure {
  readonly kind: string
  /** Its return code on the Account API: symbol, number and HTTP status. */
  readonly returnCode: { readonly error: ReturnCodeName; readonly status: number; readonly http: number }
  /** Its code on OneAccess with its HTTP status. */
  readonly errorCode: { readonly code: ErrorCodeName; readonly http: number }
  /** Its OAuth code with its HTTP status. */
  readonly oauth: { readonly error: string; readonly http: number }
  /** The text for people on the Account API and on pages. */
  text(locale: Locale): string
  /** The text for people on OneAccess. */
  errorText(locale: Locale): string
  /** A text that only this failure has, not its code; pages show it. */
  ownText(locale: Locale): string | undefined
  /** The text for developers, within the characters that RFC 6749 section 5.2 allows in `error_description`. */
  readonly description: string
  /** What is wrong in the request itself, for its developer; nothing where the text says all. */
  readonly place: string | undefined
  readonly retryAfter: number | undefined
  readonly details: ContractFailureDetails
}

/** Puts values in the places `{0}`, `{1}` … of a text. */
function fill(texts: Readonly<Record<Locale, string>>, locale: Locale, values: readonly FailureValue[]): string {
  return texts[locale].replace(/\{(\d+)\}/g, (place, index) => String(valueIn(locale, values[Number(index)] ?? place)))
}

function oauthOf([returnCode, , oauth]: Kind): { error: string; http: number } {
  const [error, http] = typeof oauth === 'string' ? [oauth, returnCodes[returnCode].http] : oauth
  return { error, http }
}

/**
 * Gives a failure its names. Whatever was thrown that is no failure of the design is a fault of the server, and says
 * nothing about itself.
 */
export function describeFailure(thrown: unknown): DescribedFailure {
  const failure =
    thrown instanceof Failure || thrown instanceof ContractFailure ? thrown : new ContractFailure('internal_error')
  const row = kinds[failure.kind]
  const details = failure instanceof ContractFailure ? failure.details : {}
  const values = failure instanceof Failure ? failure.values : []
  const given = failure instanceof Failure ? failure.description : details.description
  const own = row[3]
  const returnCode = returnCodes[row[0]]
  const code = details.errorCode ?? row[1]
  const errorCode = errorCodes[code]
  const oauth = oauthOf(row)
  // OneAccess has no code of its own for it, and its general one tells nothing.
  const isUnsaid = code === 'COMMON.0400' && row[0] !== 'InvalidRequest'
  const text = (locale: Locale) => fill(own ?? returnCode.message, locale, values)
  const plain = (given ?? text('en')).replace(/"/g, "'").replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '')
  return {
    kind: failure.kind,
    returnCode: { error: row[0], status: returnCode.status, http: returnCode.http },
    errorCode: { code, http: errorCode.http },
    oauth: { error: details.oauthError ?? oauth.error, http: oauth.http },
    text,
    errorText: (locale) => fill(own ?? (isUnsaid ? returnCode : errorCode).message, locale, values),
    ownText: (locale) => own && fill(own, locale, values),
    description: plain,
    place: given !== undefined && own === undefined ? plain : undefined,
    retryAfter: failure instanceof Failure ? failure.retryAfter : details.retryAfter,
    details,
  }
}
