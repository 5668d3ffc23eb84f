import { parse } from 'node:querystring'
import type { Request } from 'express'
import { ContractFailure } from '../failure.ts'
import { refuseNul } from './guard.ts'
import { readWhole } from './replay-body.ts'
import { readUtf8, refuseForeignBytes } from './utf8.ts'

export interface BodyLimits {
  /** Bytes of a JSON body. */
  readonly json: number
  /** Bytes of a form. */
  readonly form: number
  /** Fields of a form. */
  readonly fields: number
  /** Bytes of a multipart body, files and all. */
  readonly multipart: number
}

export const defaultBodyLimits: BodyLimits = { json: 1_048_576, form: 65_536, fields: 100, multipart: 5_373_952 }

/** A form as it was sent; a field that came twice is a list. */
export type Form = Record<string, string | string[] | undefined>

/**
 * Reads a form; a field that comes twice becomes a list, which no schema of a form accepts.
 * @throws ContractFailure invalid_request for too many fields, a NUL byte, or bytes that are not UTF-8
 */
export function parseForm(raw: Buffer, fields: number): Form {
  const text = readUtf8(raw, 'body')
  refuseForeignBytes(text, 'body')
  if (text.split('&', fields + 1).length > fields) {
    throw new ContractFailure('invalid_request', { description: '/body has too many fields' })
  }
  const form = { ...parse(text, '&', '=', { maxKeys: fields }) }
  refuseNul(form, 'body')
  return form
}

/**
 * JavaScript rounds integers beyond 2^53 - 1 in silence; what is exchanged as JSON keeps within them (RFC 8259 section 6, RFC 7493
 * section 2.2). Fractions are approximations wherever they are read.
 * @throws ContractFailure invalid_request
 */
function refuseRounding(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')) {
    throw new ContractFailure('invalid_request', { description: '/body contains an integer beyond 2^53 - 1' })
  }
  return value
}

/** Whether there may be such an integer: it has sixteen digits. */
const mayRound = (text: string) => /\d{16}/.test(text)

function parseJson(raw: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
    const value: unknown = mayRound(text) ? JSON.parse(text, refuseRounding) : JSON.parse(text)
    refuseNul(value, 'body')
    return value
  } catch (cause) {
    if (cause instanceof ContractFailure) throw cause
    throw new ContractFailure('invalid_request', { description: '/body is not valid JSON' }, { cause })
  }
}

/** @throws ContractFailure invalid_request when it is not UTF-8 or holds a NUL byte */
function parseText(raw: Buffer): string {
  const text = readUtf8(raw, 'body')
  refuseNul(text, 'body')
  return text
}

/**
 * Reads JSON, form and XML bodies; multipart bodies have `readMultipart`. The usual body parsers are not used: beyond
 * their limit they read on to the end of the body, however long the caller makes it, before they answer.
 * @returns what `request.body` is to be; undefined for a multipart body
 * @throws ContractFailure payload_too_large or invalid_request
 */
export async function readBody(request: Request, limits: BodyLimits): Promise<unknown> {
  switch (request.headers['content-type']) {
    case 'application/json':
      return parseJson(await readWhole(request, limits.json))
    case 'application/x-www-form-urlencoded':
      return parseForm(await readWhole(request, limits.form), limits.fields)
    case 'text/xml':
      return parseText(await readWhole(request, limits.form))
    default:
      return undefined
  }
}
