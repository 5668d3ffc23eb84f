import { answerExamples, type MockOperation } from './contract.ts'
import { Refused } from './failure.ts'

/** The answer a request asks for with `Prefer` (RFC 7240). */
export interface Preference {
  code?: number
  example?: string
  dynamic?: boolean
  seed?: string
}

/** A name, and behind `=` a value, quoted or not; blanks may stand around the sign (RFC 7240 section 2). */
const preference = /([!#$%&'*+.^_`|~\w-]+)(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?[^,;]*/g

/** The preferences of a header by their names, which have no case; of one that comes twice the first counts. */
function preferences(header: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', quoted, token = ''] of header.matchAll(preference)) {
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, quoted?.replace(/\\(.)/g, '$1') ?? token)
  }
  return found
}

/**
 * Reads the header, and finds the status of an example that was named without one.
 * @throws Refused when a value cannot be used or the contract has no such example
 */
export function readPreference(operation: MockOperation, header: string | undefined): Preference {
  const wanted: Preference = {}
  for (const [name, value] of preferences(header ?? '')) {
    if (name === 'code') {
      if (!/^[2-5]\d\d$/.test(value)) throw refused(`Prefer: code must be an HTTP status, not '${value}'.`)
      wanted.code = Number(value)
    } else if (name === 'example') wanted.example = value
    else if (name === 'dynamic') wanted.dynamic = value !== 'false'
    else if (name === 'seed') wanted.seed = value
  }
  if (wanted.example !== undefined) return withStatus(operation, wanted, wanted.example)
  return wanted.code === undefined ? wanted : { ...wanted, ...exampleWithStatus(operation, wanted.code) }
}

/** For a status that only `default` answers: the example there whose return code has it, if there is one. */
function exampleWithStatus(operation: MockOperation, code: number): Pick<Preference, 'example'> {
  if ((operation.policy.responses as readonly string[]).includes(String(code))) return {}
  const found = answerExamples(operation).find((example) => example.isDefault && example.status === code)
  return found ? { example: found.name } : {}
}

function withStatus(operation: MockOperation, wanted: Preference, name: string): Preference {
  const documented = new Set<string>(operation.policy.responses)
  const examples = answerExamples(operation)
  const found = examples.find((example) => {
    if (example.name !== name) return false
    if (wanted.code === undefined) return true
    return documented.has(String(wanted.code)) ? wanted.code === example.status : example.isDefault
  })
  if (found) return { ...wanted, code: wanted.code ?? found.status }
  const known = [...new Set(examples.map((example) => `code=${example.status}, example=${example.name}`))].join('; ')
  throw refused(`${operation.id} has no example '${name}' for this answer. There are: ${known}.`)
}

function refused(message: string): Refused {
  return new Refused({ status: 400, message })
}
