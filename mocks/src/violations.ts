import type { ErrorCodeName } from '../../generated/error-codes.ts'
import type { MockOperation } from './contract.ts'
import type { Failure } from './failure.ts'

/** What is wrong with one place of a request. */
export interface Violation {
  message: string
  /** `header`, `query`, `path` or `body`. */
  part?: string
  /** The code that answers because this place is missing, empty or out of its bounds (`x-missing-code`). */
  missingCode?: ErrorCodeName
}

/** What Prism says of a violation. */
interface Finding {
  path?: (string | number)[]
  code?: string | number
  message: string
}

/** Prism's words for what is there but empty, too long a list, or none of the values that there are. */
const unfit = /must NOT have (fewer than 1 (characters|items)|more than \d+ items)$|must be equal to one of/

/** The place of what is missing, as `missingCodes` of the operation writes it; undefined for other findings. */
function missingPlace(path: string[], { code, message }: Finding): string | undefined {
  const [part, ...within] = path
  const names = within.map((name) => (/^\d+$/.test(name) ? '*' : name))
  if (code === 'required') names.push(/'([^']+)'$/.exec(message)?.[1] ?? '')
  else if (!unfit.test(message)) return undefined
  return `/${[part === 'header' ? 'headers' : part, ...names].join('/')}`
}

/** A finding of Prism in the contract's words: Prism writes the names of parameters in lower case. */
export function violationOf({ policy, prism }: MockOperation, finding: Finding): Violation {
  const { query = [], headers = [], path = [] } = prism.request ?? {}
  const places = (finding.path ?? []).map(String)
  const parameters = { header: headers, query, path }[places[0] ?? ''] ?? []
  const names = new Map(parameters.map(({ name }) => [name.toLowerCase(), name]))
  const spelled = (name: string) => names.get(name) ?? name
  const message = finding.message.replace(/(?<=')[^']+(?=')|(?<= parameter )\S+/g, spelled)
  const place = missingPlace(places, finding)
  const codes: Readonly<Record<string, ErrorCodeName>> = policy.missingCodes
  return { message, part: places[0], missingCode: place === undefined ? undefined : codes[place] }
}

function isNumber({ schema }: { schema?: { type?: unknown } }): boolean {
  return schema?.type === 'integer' || schema?.type === 'number'
}

/** What Prism takes for a number of the contract's and the server does not: `0x10`, `1e2`, ` 5`, and infinity. */
const isOddNumber = (value: string) =>
  value !== '' && !Number.isNaN(Number(value)) && (!/^-?\d+$/.test(value) || !Number.isFinite(Number(value)))

/** What Prism does not see in a query: parameters that the contract does not have, some that are empty, and odd numbers. */
export function queryViolations(
  { policy, prism, allowsUnknownQuery }: MockOperation,
  query: URLSearchParams,
): Violation[] {
  const codes: Readonly<Record<string, ErrorCodeName>> = policy.missingCodes
  const known = new Set(prism.request?.query?.map(({ name }) => name))
  const numbers = new Set(prism.request?.query?.filter(isNumber).map(({ name }) => name))
  return [...new Set(query.keys())].flatMap((name): Violation[] => {
    const missingCode = codes[`/query/${name}`]
    if (missingCode && query.get(name) === '') return [{ message: `query parameter ${name} is empty`, missingCode }]
    if (numbers.has(name) && query.getAll(name).some(isOddNumber))
      return [{ message: `query parameter ${name} must be an integer in digits` }]
    return known.has(name) || allowsUnknownQuery ? [] : [{ message: `unknown query parameter ${name}` }]
  })
}

const isOtherGrant = (violations: Violation[]) =>
  violations.some(({ message }) => /\bgrant_type must be equal to constant/.test(message))

/** The refusal of a request with violations: the first code of a missing field, else that of an invalid request. */
export function failureFor(violations: Violation[]): Failure {
  // Of a body only the first thing that is wrong counts, as on the server.
  const [firstOfBody] = violations.filter(({ part }) => part === 'body')
  const counting = violations.filter((violation) => violation.part !== 'body' || violation === firstOfBody)
  return {
    status: 400,
    message: violations.map(({ message }) => message).join('; '),
    // An OAuth client is told apart what is missing and what there is not (RFC 6749 section 5.2).
    ...(isOtherGrant(counting) && { oauthError: 'unsupported_grant_type' }),
    errorCode: counting.find(({ missingCode }) => missingCode)?.missingCode,
  }
}
