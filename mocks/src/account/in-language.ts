import { type ReturnCodeName, returnCodes } from '../../../generated/return-codes.ts'
import type { Asked } from '../failure.ts'
import { languageOf } from '../language.ts'

function isReturnCode(error: unknown): error is ReturnCodeName {
  return typeof error === 'string' && Object.hasOwn(returnCodes, error)
}

/** A documented failure in the envelope, whose examples are English, in the language of the caller. */
export function inLanguage(body: unknown, asked: Asked): unknown {
  if (typeof body !== 'object' || body === null || !('error' in body) || !('message' in body)) return body
  if (!isReturnCode(body.error)) return body
  const { message } = returnCodes[body.error]
  return body.message === message.en ? { ...body, message: message[languageOf(asked)] } : body
}
