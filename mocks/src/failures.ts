import { returnCodes } from '../../generated/return-codes.ts'
import { type Answer, escapeHtml, json } from './answer.ts'
import { casFailure, casTextFailure } from './cas-failures.ts'
import type { MockOperation } from './contract.ts'
import { errorCodeFailure } from './error-codes.ts'
import type { Asked, Failure } from './failure.ts'
import { languageOf } from './language.ts'

const oauthErrors: Record<number, string> = {
  401: 'invalid_token',
  403: 'insufficient_scope',
  404: 'not_found',
  406: 'not_acceptable',
  429: 'temporarily_unavailable',
  500: 'server_error',
}

function oauth({ status, message, headers, oauthError }: Failure): Answer {
  // RFC 6749 section 5.2 leaves out the quotation mark and the backslash, and everything outside ASCII.
  const description = message.replace(/["\\]/g, "'").replace(/[^\x20-\x7e]/g, '?')
  const error = oauthError ?? oauthErrors[status] ?? 'invalid_request'
  return json(status, { error, error_description: description }, headers)
}

/** The message of the table, and in brackets what the person at the test log wants to know. */
function envelope({ status, message: reason, headers, code }: Failure, asked: Asked): Answer {
  const symbols = Object.keys(returnCodes) as (keyof typeof returnCodes)[]
  const error = code ?? symbols.find((symbol) => returnCodes[symbol].http === status) ?? 'InvalidRequest'
  const message = `${returnCodes[error].message[languageOf(asked)]} (${reason})`
  return json(status, { status: returnCodes[error].status, message, error, data: null }, headers)
}

function page({ status, message, headers }: Failure): Answer {
  const text = escapeHtml(message)
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${status}</title><h1>${status}</h1><p>${text}</p></html>`
  return { status, headers, mediaType: 'text/html', body }
}

/** Whether a program is asking rather than a browser: it accepts JSON and does not name HTML. */
function prefersJson(accept: string | undefined): boolean {
  return /\bjson\b/.test(accept ?? '') && !/text\/html/.test(accept ?? '')
}

/** The longest text of a failure; the contract allows 1000 characters, with those of the table before it. */
const LONGEST_MESSAGE = 800

/** A failure whose text, which may repeat what the request holds, is within its limit. */
function within(failure: Failure): Failure {
  const { message } = failure
  return message.length <= LONGEST_MESSAGE
    ? failure
    : { ...failure, message: `${message.slice(0, LONGEST_MESSAGE)}...` }
}

/** The failure in the error shape of the operation (`x-error-format`). */
export function failureOf(operation: MockOperation, thrown: Failure, asked: Asked): Answer {
  const failure = within(thrown)
  switch (operation.policy.errorFormat) {
    case 'oauth':
      return oauth(failure)
    case 'envelope':
      return envelope(failure, asked)
    case 'error-code':
      return errorCodeFailure(failure, asked)
    case 'cas':
      return casFailure(failure, asked.query)
    case 'cas-text':
      return casTextFailure(failure)
    case 'login':
      return json(failure.status, { status: 0, msg: failure.message }, failure.headers)
    case 'html': {
      // Some pages document a JSON answer for programs beside the page.
      const documentsJson = operation.prism.responses
        .find(({ code }) => code === 'default')
        ?.contents?.some(({ mediaType }) => mediaType === 'application/json')
      return documentsJson && prefersJson(asked.headers.accept) ? oauth(failure) : page(failure)
    }
  }
}

/** A failure where no operation is: a page for browsers, JSON for all others, in the shape of its neighbours. */
export function failureAnywhere(thrown: Failure, path: string, asked: Asked): Answer {
  const failure = within(thrown)
  if (path.startsWith('/api/v2/')) return errorCodeFailure(failure, asked)
  if (path.startsWith('/api/v1.0/')) return envelope(failure, asked)
  return /text\/html/.test(asked.headers.accept ?? '') ? page(failure) : oauth(failure)
}
