import type { IncomingMessage } from 'node:http'
import { ContractFailure } from '../failure.ts'
import type { Operation } from '../operation.ts'

/** As much of a place as a message tells: names are as long as the caller likes. */
const longestPlace = 300

function refuseAt(place: string, within: string, fault: string): never {
  throw new ContractFailure('invalid_request', { description: `/${place}${within}`.slice(0, longestPlace) + fault })
}

/**
 * The place of the first name, text or number in a decoded value that is wrong, as a JSON pointer below the value's own place; of a
 * wrong name that of what it is in. Undefined when none is.
 */
function placeOf(value: unknown, isWrong: (part: unknown) => boolean): string | undefined {
  if (typeof value !== 'object' || value === null) return isWrong(value) ? '' : undefined
  for (const [name, inner] of Object.entries(value)) {
    if (isWrong(name)) return ''
    const place = placeOf(inner, isWrong)
    if (place !== undefined) return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}${place}`
  }
  return undefined
}

/** Whether a decoded value, or any name or text inside it, holds a NUL byte: PostgreSQL refuses it, and so do we. */
export const holdsNul = (value: unknown): boolean => placeOf(value, isNul) !== undefined

const isNul = (part: unknown) => typeof part === 'string' && part.includes('\0')

/**
 * JSON can write half a character and a number beyond every number (RFC 8259 sections 6 and 8.2). Neither can be kept:
 * the database refuses the one or makes it U+FFFD, so that unlike texts become alike, and the other comes back as null.
 * @throws ContractFailure invalid_request
 */
export function refuseUnkeepable(value: unknown, place: string): void {
  const half = placeOf(value, (part) => typeof part === 'string' && !part.isWellFormed())
  if (half !== undefined) refuseAt(place, half, ' contains half a character')
  const infinite = placeOf(value, (part) => typeof part === 'number' && !Number.isFinite(part))
  if (infinite !== undefined) refuseAt(place, infinite, ' contains too large a number')
}

/** @throws ContractFailure invalid_request when the value holds a NUL byte */
export function refuseNul(value: unknown, place: string): void {
  const nul = placeOf(value, isNul)
  if (nul !== undefined) refuseAt(place, nul, ' contains a NUL character')
}

/**
 * A number of the query is written in digits: the validator reads `0x10`, `1e2` and ` 5` as numbers too, and more digits than a number holds
 * as infinity, which it holds against no limit.
 * @param asked the values as they were sent
 * @param read the same as the validator has read them
 * @throws ContractFailure invalid_request
 */
export function refuseOddNumbers(
  asked: Readonly<Record<string, unknown>>,
  read: Readonly<Record<string, unknown>>,
  place: string,
): void {
  for (const [name, value] of Object.entries(read)) {
    // What was not sent has the contract's own value.
    if (typeof value !== 'number' || asked[name] === undefined) continue
    if (!/^-?\d+$/.test(String(asked[name])))
      throw new ContractFailure('invalid_request', { description: `/${place}/${name} must be integer` })
    if (!Number.isFinite(value))
      throw new ContractFailure('invalid_request', { description: `/${place}/${name} is too large a number` })
  }
}

/**
 * Reads the path of a request target.
 * @throws ContractFailure invalid_request for broken percent-encoding or a NUL byte
 */
export function checkPath(path: string): void {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch (cause) {
    throw new ContractFailure('invalid_request', { description: '/path is not correctly percent-encoded' }, { cause })
  }
  refuseNul(decoded, 'path')
}

/** @throws ContractFailure invalid_request when a parameter is longer than the contract allows */
export function refuseOverlong(operation: Operation, place: string, values: Readonly<Record<string, unknown>>): void {
  for (const [name, limit] of Object.entries(operation.parameterLimits)) {
    const given = Object.hasOwn(values, name) ? values[name] : undefined
    // Characters are never more than UTF-16 has units, and counting them takes longer.
    const isLong = (value: unknown) => typeof value === 'string' && value.length > limit && [...value].length > limit
    const tooLong = Array.isArray(given) ? given.some(isLong) : isLong(given)
    if (tooLong) {
      throw new ContractFailure('invalid_request', {
        description: `/${place}/${name} must NOT have more than ${limit} characters`,
      })
    }
  }
}

/** What address and header fields of a request may take together, in characters; browsers and proxies stop near it too. */
const LONGEST_HEADERS = 16_384

/** @throws ContractFailure header_fields_too_large (RFC 6585 section 5) */
export function refuseLongHeaders({ url = '', rawHeaders }: IncomingMessage): void {
  const length = rawHeaders.reduce((sum, part) => sum + part.length, url.length)
  if (length > LONGEST_HEADERS) throw new ContractFailure('header_fields_too_large')
}

/** @throws ContractFailure invalid_request when it names its host more than once, of which each reader takes another (RFC 9112 section 3.2) */
export function refuseTwoHosts({ rawHeaders }: IncomingMessage): void {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  if (hosts.length > 1)
    throw new ContractFailure('invalid_request', { description: 'there is more than one Host header' })
}
