import { type OperationId, operations } from '../../generated/operations.ts'
import type { ErrorFormat } from '../errors/shapes.ts'

/** One line of the operations table, as the contract layer reads it. */
export interface Operation {
  readonly id: OperationId
  readonly api: string
  readonly method: string
  readonly path: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  /** Roles of the back office, any of which will do; none when it is empty. */
  readonly roles: readonly string[]
  readonly errorFormat: ErrorFormat
  readonly servedBy: 'handler' | 'engine'
  readonly requestMediaTypes: readonly string[]
  readonly requestBodyRequired: boolean
  /** The fields of a multipart body that are files. */
  readonly fileFields: readonly string[]
  /** The statuses that are answered with plain text. */
  readonly plainText: readonly string[]
  readonly parameterLimits: Readonly<Record<string, number>>
}

/** The operations of one document, in its order. */
export function operationsOf(api: string): Operation[] {
  return (Object.keys(operations) as OperationId[])
    .map((id): Operation => ({ id, ...operations[id] }))
    .filter((operation) => operation.api === api)
}
