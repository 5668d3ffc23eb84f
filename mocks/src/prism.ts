import { createLogger } from '@stoplight/prism-core'
import { createInstance, type IHttpRequest } from '@stoplight/prism-http'
import type { Answer } from './answer.ts'
import { type MockOperation, successStatus } from './contract.ts'
import { Refused } from './failure.ts'
import type { Preference } from './preference.ts'
import { withShortLists } from './short-lists.ts'
import { type Violation, violationOf } from './violations.ts'

/** A request as Prism reads it. */
export type PrismRequest = IHttpRequest

/** What Prism makes of a request: what is wrong with it, and the answer. */
export interface Mocked {
  violations: Violation[]
  answer: Answer
}

/** Asks Prism for an operation's answer. */
export type AskPrism = (operation: MockOperation, request: PrismRequest, preference: Preference) => Promise<Mocked>

/**
 * Prism's mock engine without its HTTP server, whose routing and error shape are not ours.
 * @param defaults what holds when a request asks for nothing else
 */
export function createPrism(defaults: { dynamic: boolean; seed?: string }): AskPrism {
  const common = {
    isProxy: false,
    upstreamProxy: undefined,
    checkSecurity: false,
    validateResponse: false,
    errors: false,
  } as const
  const prism = createInstance(
    { ...common, validateRequest: true, mock: { dynamic: defaults.dynamic } },
    { logger: createLogger('mock', { level: 'silent' }) },
  )
  const shortened = new Map<MockOperation, MockOperation['prism']>()
  const madeUpFrom = (operation: MockOperation) => {
    const short = shortened.get(operation) ?? withShortLists(operation.prism)
    shortened.set(operation, short)
    return short
  }
  return async (operation, request, preference) => {
    const chosen = preference.code !== undefined
    const dynamic = preference.dynamic ?? defaults.dynamic
    const described = dynamic ? madeUpFrom(operation) : operation.prism
    const result = await prism.request(request, [asPrismReads(described, request)], {
      ...common,
      // A request that asks for an answer gets it, whatever else it holds.
      validateRequest: !chosen,
      mock: {
        // Prism would take `default` for an operation whose only success is a redirect.
        code: preference.code ?? successStatus(operation),
        exampleKey: preference.example,
        dynamic,
        seed: preference.seed ?? defaults.seed,
      },
    })()
    if (result._tag === 'Left') throw failureFrom(result.left)
    const { output, validations } = result.right
    const headers = Object.entries(output.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)])
    const { 'content-type': mediaType, ...others } = Object.fromEntries(headers) as Record<string, string>
    return {
      violations: validations.input.map((found) => violationOf(operation, found)),
      answer: { status: output.statusCode, headers: others, mediaType, body: output.body },
    }
  }
}

/** Prism takes an empty query parameter for a missing one, also where the contract allows it to be empty. */
function asPrismReads(operation: MockOperation['prism'], { url }: PrismRequest): MockOperation['prism'] {
  const isEmpty = (name: string) => url.query?.[name] === ''
  if (!operation.request?.query?.some(({ name, allowEmptyValue }) => allowEmptyValue && isEmpty(name))) return operation
  const query = operation.request.query.map((parameter) =>
    parameter.allowEmptyValue && isEmpty(parameter.name) ? { ...parameter, required: false } : parameter,
  )
  return { ...operation, request: { ...operation.request, query } }
}

/** What Prism refuses by itself. */
function failureFrom(error: Error & { status?: number; detail?: string }): Refused {
  // Prism tries the `default` answer too, and that neither fits it says in words alone.
  if (error.message.includes('#NOT_ACCEPTABLE')) {
    return new Refused({ status: 406, message: 'there is no answer of a media type in Accept' })
  }
  return new Refused({ status: error.status ?? 500, message: error.detail ?? error.message })
}
