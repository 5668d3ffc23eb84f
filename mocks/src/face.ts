import type { IncomingHttpHeaders } from 'node:http'
import type { Answer } from './answer.ts'
import type { MockOperation } from './contract.ts'
import type { Failure } from './failure.ts'

/** A request, as those read it who answer it. */
export interface Call {
  operation: MockOperation
  headers: IncomingHttpHeaders
  query: URLSearchParams
  /** The values in the path. */
  params: Readonly<Record<string, string>>
  /** The fields of a form; none for any other body. */
  form: URLSearchParams
  /** The value of a JSON body; undefined for any other. */
  body: unknown
  /** The address under which the caller reached the mock. */
  origin: string
  /** Whose token or session it brings, once the policy has looked; undefined where it is nobody's. */
  subject?: string
  /** The client whose token it brings, and the scopes of that. */
  clientId?: string
  scopes?: readonly string[]
}

/** What an operation does to what is kept. @throws Refused */
export type Act = (call: Call, documented: Answer) => Answer

/** An operation that answers by itself, so that what it gives can be used in the next request. */
export interface Step {
  /** @throws Refused */
  answer(call: Call): Answer | Promise<Answer>
  /** It checks its parameters itself, because what is wrong with them decides the answer. */
  readsItself?: boolean
}

/** What an API of the contract does beside giving its examples. */
export interface Face {
  /** Why the caller may not use the operation; undefined when he may. */
  refusal(call: Call): Promise<Failure | undefined>
  steps: Partial<Record<string, Step>>
  /**
   * Makes of a documented answer the one for this valid request, out of what is kept, if anything is to be.
   * @throws Refused when a value in the request is not one that the mock gave
   */
  answer(call: Call, documented: Answer, remembers: boolean): Answer | Promise<Answer>
  /** Makes of an answer that was chosen with `Prefer` one that can be used in the next request. */
  chosen(call: Call, documented: Answer): Answer | Promise<Answer>
  /** Forgets what calls made, changed and ended. */
  reset(): void
}
