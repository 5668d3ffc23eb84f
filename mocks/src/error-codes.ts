import { type ErrorCodeName, errorCodes } from '../../generated/error-codes.ts'
import { type Answer, json } from './answer.ts'
import type { Asked, Failure } from './failure.ts'
import { languageOf } from './language.ts'

function isErrorCode(code: unknown): code is ErrorCodeName {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code)
}

/** The general code of a status; that of an invalid request where the table has none. */
function generalCode(status: number): ErrorCodeName {
  const code = `COMMON.0${status}`
  return isErrorCode(code) ? code : 'COMMON.0400'
}

/** `{ error_code, error_msg }`: the message of the table, and in brackets what the person at the test log wants to know. */
export function errorCodeFailure(failure: Failure, asked: Asked): Answer {
  const code = failure.errorCode ?? generalCode(failure.status)
  const { http, message } = errorCodes[code]
  const filled = message[languageOf(asked)].replace(/\{(\d)\}/g, (_, index) =>
    String(failure.values?.[Number(index)] ?? ''),
  )
  const text = `${filled} (${failure.message})`
  return json(http, { error_code: code, error_msg: text }, failure.headers)
}

/** The HTTP status of an example by the code in its body; undefined for every other body. */
export function statusOfErrorCode(value: unknown): number | undefined {
  const code = typeof value === 'object' && value !== null && 'error_code' in value ? value.error_code : undefined
  return isErrorCode(code) ? errorCodes[code].http : undefined
}

/** The texts that stand in place of `{0}`, `{1}` … in a message; undefined when it is another message. */
function valuesIn(text: unknown, template: string): string[] | undefined {
  const parts = template.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('(.*)')}$`).exec(String(text))?.slice(1)
}

/** A documented failure, whose examples are English, in the language of the caller. */
export function inLanguage(body: unknown, asked: Asked): unknown {
  if (typeof body !== 'object' || body === null || !('error_code' in body) || !('error_msg' in body)) return body
  if (!isErrorCode(body.error_code)) return body
  const { message } = errorCodes[body.error_code]
  const values = valuesIn(body.error_msg, message.en)
  if (!values) return body
  const text = message[languageOf(asked)].replace(/\{(\d)\}/g, (whole, index) => values[Number(index)] ?? whole)
  return { ...body, error_msg: text }
}
