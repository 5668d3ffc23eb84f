import { ContractFailure } from './failure.ts'
import type { Api, Handler, HandlerId, Product } from './types.ts'

/**
 * Stands for the handler of an operation that the contract has and the server does not have yet. It answers after
 * policy and validation, so that only a request that would be served learns that it is not.
 * @throws ContractFailure not_implemented, always
 */
export function notBuilt(): never {
  throw new ContractFailure('not_implemented')
}

/** Every operation of a document that handlers answer but the pending ones; having one of those too does not compile. */
export type BuiltHandlersOf<A extends Api, Pending extends HandlerId<A>, P extends Product> = {
  readonly [Id in Exclude<HandlerId<A>, Pending>]: Handler<Id, P>
} & { readonly [Id in Pending]?: never }

/** The stand-ins of pending operations, by operationId. */
export function standIns<Id extends string>(pending: readonly Id[]): Readonly<Record<Id, typeof notBuilt>> {
  return Object.fromEntries(pending.map((id) => [id, notBuilt])) as Record<Id, typeof notBuilt>
}
