import type { IncomingMessage } from 'node:http'
import type { MockOperation } from './contract.ts'
import { Refused } from './failure.ts'

/** What address and header fields may take together, in characters, as on the server. */
const LONGEST_HEADERS = 16_384

/** Percent-encoded bytes that stand side by side; a percent sign that encodes nothing stands for itself (URL standard section 1.3). */
const encodedBytes = /(?:%[0-9a-f]{2})+/gi

/** The refusal of a request that is not in order. */
export function invalid(message: string): Refused {
  return new Refused({ status: 400, message })
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** @throws Refused when percent-encoded bytes are not UTF-8: whoever reads them next would replace them in silence */
export function refuseForeignBytes(encoded: string, place: string): void {
  for (const [bytes] of encoded.matchAll(encodedBytes))
    if (!isDecodable(bytes)) throw invalid(`the ${place} is not UTF-8`)
}

/** Whether a value, or any name, text or number inside it, is wrong. */
function holds(value: unknown, isWrong: (part: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return isWrong(value)
  return Object.entries(value).some(([name, inner]) => isWrong(name) || holds(inner, isWrong))
}

/** @throws Refused when the value, or any name or text inside it, holds a NUL byte, which the server's database refuses */
export function refuseNul(value: unknown, place: string): void {
  const isWrong = (part: unknown) => typeof part === 'string' && part.includes('\0')
  if (holds(value, isWrong)) throw invalid(`the ${place} contains a NUL character`)
}

/** Whether a value, or any name or text inside it, is half a character (RFC 8259 section 8.2). */
export const holdsHalf = (value: unknown) => holds(value, (part) => typeof part === 'string' && !part.isWellFormed())

/** @throws Refused when it holds half a character, or a number beyond every number: the server can keep neither */
export function refuseUnkeepable(value: unknown, place: string): void {
  if (holdsHalf(value)) throw invalid(`the ${place} contains half a character`)
  const isInfinite = (part: unknown) => typeof part === 'number' && !Number.isFinite(part)
  if (holds(value, isInfinite)) throw invalid(`the ${place} contains too large a number`)
}

/** @throws Refused when a parameter is longer than the contract allows */
export function refuseOverlong({ policy }: MockOperation, parameters: URLSearchParams): void {
  for (const [name, limit] of Object.entries(policy.parameterLimits)) {
    if (parameters.getAll(name).some((value) => [...value].length > limit))
      throw invalid(`${name} must NOT have more than ${limit} characters`)
  }
}

/** Looks at address and header fields, as far as neither Node nor the contract does. @throws Refused */
export function checkHead({ url = '', rawHeaders }: IncomingMessage, { pathname, search, searchParams }: URL): void {
  if (rawHeaders.reduce((sum, part) => sum + part.length, url.length) > LONGEST_HEADERS)
    throw new Refused({ status: 431, message: 'the header fields are too large', headers: { connection: 'close' } })
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  if (hosts.length > 1) throw invalid('there is more than one Host header')
  if (!isDecodable(pathname)) throw invalid('the path is not percent-encoded UTF-8')
  refuseNul(decodeURIComponent(pathname), 'path')
  refuseForeignBytes(search, 'query')
  refuseNul([...searchParams].flat(), 'query')
}
