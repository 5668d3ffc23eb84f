import type { ErrorCodeName } from '../../generated/error-codes.ts'
import { type OperationId, operations, securitySchemes } from '../../generated/operations.ts'
import type { ReturnCodeName } from '../../generated/return-codes.ts'
import type { Api, ErrorFormat } from './faces.ts'

/** Who may call beside what `security` says (`x-caller`). */
export type CallerRule = 'none' | 'user' | 'client' | 'user-or-client' | 'named-application'

/**
 * What has to happen to a request before the engine can answer it (`x-engine`):
 * - `authorization`: the parameters are completed; a form becomes the query of a GET
 * - `form-as-query`: a form becomes the query of a GET
 * - `user-code`: how often codes of devices are guessed is limited; a link with a code becomes the form that asks
 * - `sign-out`: where the sign-out goes on to is read from the form
 * - `token`: a signed token in the form is verified and handed over by reference
 * - `public-metadata`: everybody may keep the answer for a while
 */
export type EngineTreatment =
  | 'authorization'
  | 'form-as-query'
  | 'user-code'
  | 'sign-out'
  | 'token'
  | 'public-metadata'
  | 'none'

/** One line of the operations table, as the contract layer reads it. */
export interface Operation {
  readonly id: OperationId
  readonly api: Api
  readonly method: string
  readonly path: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly caller: CallerRule
  /** Roles of the back office, any of which will do; none when it is empty. */
  readonly roles: readonly string[]
  /** Permission codes of the calling application, any of which will do; none when it is empty. */
  readonly permissions: readonly string[]
  readonly errorFormat: ErrorFormat
  readonly returnCodes: readonly ReturnCodeName[]
  readonly errorCodes: readonly ErrorCodeName[]
  /** What answers when a parameter or field is missing or not allowed, by its place as the validator names it. */
  readonly missingCodes: Readonly<Record<string, ErrorCodeName>>
  readonly servedBy: 'handler' | 'engine'
  readonly engine: EngineTreatment
  readonly requestMediaTypes: readonly string[]
  readonly requestBodyRequired: boolean
  /** The fields of a multipart body that are files. */
  readonly fileFields: readonly string[]
  /** The statuses that are answered with plain text. */
  readonly plainText: readonly string[]
  readonly parameterLimits: Readonly<Record<string, number>>
  /** The names of its header parameters. */
  readonly headers: readonly string[]
}

/** One security scheme of a document. */
export interface Scheme {
  readonly type: string
  /** Of `type: http`. */
  readonly scheme?: string
  /** The header of an API key. */
  readonly name?: string
  /** The error code that answers instead of 401. */
  readonly refusal?: ErrorCodeName
}

/** The security schemes of one document by name. */
export function schemesOf(api: Api): Readonly<Record<string, Scheme>> {
  return securitySchemes[api]
}

/** The operations of one document, in its order. */
export function operationsOf(api: Api): Operation[] {
  return (Object.keys(operations) as OperationId[])
    .map((id): Operation => ({ id, ...operations[id] }))
    .filter((operation) => operation.api === api)
}
