import { answerExamples, type MockOperation } from './contract.ts'
import { invalid } from './guard.ts'

export const LONGEST_DELAY_MILLISECONDS = 60_000

/** The answer a request asks for with `Prefer` (RFC 7240). */
export interface Preference {
  code?: number
  example?: string
  dynamic?: boolean
  seed?: string
  /** Milliseconds to wait before the answer. */
  delay?: number
}

const ours = ['code', 'example', 'dynamic', 'seed', 'delay']

/** What stands between commas: quoted texts, which may hold one, and everything else. */
const member = /(?:"(?:[^"\\]|\\.)*"|[^,])+/g
/** What stands between semicolons, likewise. */
const part = /(?:"(?:[^"\\]|\\.)*"|[^;])+/g
/** A name, and behind `=` a value, quoted or not; blanks may stand around the sign (RFC 7240 section 2). */
const assignment = /^\s*([!#$%&'*+.^_`|~\w-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([!#$%&'*+.^_`|~\w:/-]*))\s*)?$/

function readPart(text: string): [name: string, value: string] | undefined {
  const [, name, quoted, token = ''] = assignment.exec(text) ?? []
  return name === undefined ? undefined : [name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? token]
}

/**
 * The preferences of a header by their names, which have no case; of one that comes twice the first counts. The
 * parameters behind a preference of ours are read as more of ours, those of a stranger are the stranger's.
 */
function preferences(header: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [text] of header.matchAll(member)) {
    const parts = [...text.matchAll(part)].map(([one]) => readPart(one))
    const named = parts[0] !== undefined && ours.includes(parts[0][0]) ? parts : []
    for (const [name, value] of named.filter((one) => one !== undefined)) if (!found.has(name)) found.set(name, value)
  }
  return found
}

/**
 * Reads the header, and finds the status of an example that was named without one.
 * @throws Refused when a value cannot be used, or the operation has no such status or example
 */
export function readPreference(operation: MockOperation, header: string | undefined): Preference {
  const wanted: Preference = {}
  for (const [name, value] of preferences(header ?? '')) {
    if (name === 'code') {
      if (!/^[2-5]\d\d$/.test(value)) throw invalid(`Prefer: code must be an HTTP status, not '${value}'.`)
      wanted.code = Number(value)
    } else if (name === 'example') wanted.example = value
    else if (name === 'dynamic') wanted.dynamic = value !== 'false'
    else if (name === 'seed') wanted.seed = value
    else if (name === 'delay') {
      wanted.delay = Number(value)
      if (!/^\d+$/.test(value) || wanted.delay > LONGEST_DELAY_MILLISECONDS)
        throw invalid(`Prefer: delay must be milliseconds up to ${LONGEST_DELAY_MILLISECONDS}, not '${value}'.`)
    }
  }
  return settled(operation, wanted)
}

/**
 * The wish with the status of its example, or the example of its status where that is one of `default`.
 * @throws Refused when the operation has no such status or example
 */
export function settled(operation: MockOperation, wanted: Preference): Preference {
  if (wanted.example !== undefined) return withStatus(operation, wanted, wanted.example)
  return wanted.code === undefined ? wanted : { ...wanted, ...exampleWithStatus(operation, wanted.code) }
}

function exampleWithStatus(operation: MockOperation, code: number): Pick<Preference, 'example'> {
  const documented = operation.policy.responses.filter((status) => status !== 'default').map(Number)
  if (documented.includes(code)) return {}
  const examples = answerExamples(operation).filter(({ isDefault }) => isDefault)
  const found = examples.find(({ status }) => status === code)
  if (found) return { example: found.name }
  const known = [...new Set([...documented, ...examples.map(({ status }) => status)])].sort((a, b) => a - b)
  throw invalid(`${operation.id} never answers ${code}. It answers ${known.join(', ')}.`)
}

function withStatus(operation: MockOperation, wanted: Preference, name: string): Preference {
  const examples = answerExamples(operation)
  const found = examples.find(
    (example) => example.name === name && (wanted.code === undefined || wanted.code === example.status),
  )
  if (found) return { ...wanted, code: wanted.code ?? found.status }
  const known = [...new Set(examples.map((example) => `code=${example.status}, example=${example.name}`))].join('; ')
  throw invalid(`${operation.id} has no example '${name}' for this answer. There are: ${known}.`)
}
