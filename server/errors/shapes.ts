import { returnCodes } from '../../generated/return-codes.ts'
import type { ErrorFormat } from '../contract/faces.ts'
import type { RequestInfo } from '../contract/request/call.ts'
import type { Locale } from '../contract/request/locale.ts'
import { casError, casTextError } from './cas-shapes.ts'
import type { DescribedFailure } from './described.ts'
import { inSentNames } from './sent-names.ts'
import type { ShapedFailure } from './shaped-failure.ts'

/** What a failure page shows. */
export interface PageFailure {
  readonly status: number
  /** What went wrong, in a word that the page may have a text for. */
  readonly reason: string
  /** A text that only this failure has. */
  readonly detail?: string | undefined
  readonly locale: Locale
  readonly requestId: string
  /** Path and query that were asked for. */
  readonly url: string
}

/** Draws a failure page; given by the composition, because the shapes know no pages. */
export type ErrorPage = (failure: PageFailure) => { toString(): string }

type Shape = (failure: DescribedFailure, request: RequestInfo, page: ErrorPage | undefined) => ShapedFailure

const json = (status: number, value: unknown): ShapedFailure => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})

/** The sentence is for people; where the request itself is wrong, its developer is told the place too. */
function withPlace({ place }: DescribedFailure, text: string): string {
  return (place === undefined ? text : `${text} (${place})`).slice(0, 1000)
}

/** The object of a failure in the envelope; items of bulk answers have it too. */
export function envelopeFailure(failure: DescribedFailure, locale: Locale) {
  const { status, error } = failure.returnCode
  return { status, message: withPlace(failure, failure.text(locale)), error, data: null }
}

/** Why an item of a bulk answer failed that has a code of its own: in the words that items have for it, if any. */
export function itemReason(failure: DescribedFailure, locale: Locale): string {
  const code = returnCodes[failure.returnCode.error]
  return 'item' in code ? code.item[locale] : withPlace(failure, failure.text(locale))
}

/** A page; without a view it is a plain one that holds our own texts only. */
const html: Shape = (failure, { locale, id, url }, page) => {
  const status = failure.returnCode.http
  const body = page
    ? String(page({ status, locale, requestId: id, url, reason: failure.kind, detail: failure.ownText(locale) }))
    : `<!doctype html><html lang="${locale}"><title>${status}</title><p>${status}</p></html>`
  return { status, contentType: 'text/html; charset=utf-8', body }
}

/** Every shape in which the contract words failures (`x-error-format`). */
export const shapes: Readonly<Record<ErrorFormat, Shape>> = {
  /** `{ status, message, error, data }` of the account endpoints. */
  envelope: (failure, { locale }) => json(failure.returnCode.http, envelopeFailure(failure, locale)),
  /** `{ error_code, error_msg }` of the OneAccess endpoints below /api/v2. */
  'error-code': (failure, { locale }) => {
    const { code, http } = failure.errorCode
    const text = failure.errorText(locale)
    const sent = { ...failure, place: inSentNames(failure.place) }
    // A code of a place of its own says it all.
    return json(http, { error_code: code, error_msg: failure.details.errorCode ? text : withPlace(sent, text) })
  },
  /** `{ error, error_description }` (RFC 6749 section 5.2). */
  oauth: ({ oauth, description }) => json(oauth.http, { error: oauth.error, error_description: description }),
  /** `{ status: 0, msg }` of the sign-in form for scripts. */
  login: (failure, { locale }) => json(failure.returnCode.http, { status: 0, msg: failure.text(locale) }),
  cas: (failure, { url }) => casError(failure, url),
  'cas-text': (failure) => casTextError(failure),
  html,
}
