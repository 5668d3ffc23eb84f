import { standIns } from '../../contract/pending.ts'
import type { HandlerId } from '../../contract/types.ts'

/**
 * Operations that the contract has and the server does not have yet: they answer 501 `COMMON.0501`, or what their shape
 * has for it. Whoever builds one takes it off this list; the compiler then asks for its handler. The list only gets
 * shorter.
 */
export const pendingOperations = [] as const satisfies readonly HandlerId<'oneaccess'>[]

export type PendingOperation = (typeof pendingOperations)[number]

/** The stand-ins, by operationId. */
export const pending = standIns(pendingOperations)
