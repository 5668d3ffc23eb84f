import type { ErrorCodeName } from '../../generated/error-codes.ts'
import type { MockOperation } from './contract.ts'
import type { Failure } from './failures.ts'

/** What is wrong with one place of a request. */
export interface Violation {
  message: string
  /** The code that answers because this place is missing or empty, or a list too long (`x-missing-code`). */
  missingCode?: ErrorCodeName
}

/** What Prism says of a violation. */
interface Finding {
  path?: (string | number)[]
  code?: string | number
  message: string
}

/** Prism's words for what is there but empty, or too long a list. */
const size = /must NOT have (fewer than 1 (characters|items)|more than \d+ items)$/

/** The place of what is missing, as `missingCodes` of the operation writes it; undefined for other findings. */
function missingPlace({ path = [], code, message }: Finding): string | undefined {
  const [part, ...within] = path.map(String)
  const names = within.map((name) => (/^\d+$/.test(name) ? '*' : name))
  if (code === 'required') names.push(/'([^']+)'$/.exec(message)?.[1] ?? '')
  else if (!size.test(message)) return undefined
  return `/${[part === 'header' ? 'headers' : part, ...names].join('/')}`
}

/** A finding of Prism in the contract's words: Prism writes the names of parameters in lower case. */
export function violationOf({ policy, prism }: MockOperation, finding: Finding): Violation {
  const { query = [], headers = [], path = [] } = prism.request ?? {}
  const parameters = { header: headers, query, path }[String(finding.path?.[0])] ?? []
  const spelled = new Map(parameters.map(({ name }) => [name.toLowerCase(), name]))
  const message = finding.message.replace(/(?<=')[^']+(?=')|(?<= parameter )\S+/g, (name) => spelled.get(name) ?? name)
  const place = missingPlace(finding)
  const codes: Readonly<Record<string, ErrorCodeName>> = policy.missingCodes
  return { message, missingCode: place === undefined ? undefined : codes[place] }
}

/** The refusal of a request with violations: the first code of a missing field, else that of an invalid request. */
export function failureFor(violations: Violation[]): Failure {
  return {
    status: 400,
    message: violations.map(({ message }) => message).join('; '),
    errorCode: violations.find(({ missingCode }) => missingCode)?.missingCode,
  }
}
