import type { OperationId } from '../../generated/operations.ts'
import type { Callers, NamedApplication } from '../auth/callers.ts'
import type * as contract from '../contract/types.ts'
import type { Api } from '../contract/types.ts'
import type { Html } from '../pages/html.ts'
import type { Deps } from '../services.ts'

/** What our handlers are made with, where the contract leaves it open. */
export interface Product {
  readonly deps: Deps
  readonly page: Html
  readonly callers: Callers
  readonly namedApplication: NamedApplication
}

/** The handler of one operation. */
export type Handler<Id extends OperationId> = contract.Handler<Id, Product>
/** What it is called with. */
export type Context<Id extends OperationId> = contract.Context<Id, Product>
/** What it may answer. */
export type Reply<Id extends OperationId> = contract.Reply<Id, Product>
/** Every operation of an API that handlers answer. */
export type HandlersOf<A extends Api> = contract.HandlersOf<A, Product>
