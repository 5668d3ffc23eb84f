import { type OperationId, operations } from '../../generated/operations.ts'
import { pendingOperations } from '../pending-operations.ts'

/** Every operation that the server has. */
export const builtOperations = (Object.keys(operations) as OperationId[]).filter(
  (id) => !Object.values(pendingOperations).some((pending) => pending.includes(id)),
)

/** What a run calls unless it is told otherwise: the OpenID operations of the Account API. */
export const openIdOperations = builtOperations.filter(
  (id) => operations[id].api === 'account' && /^\/(connect|\.well-known)\//.test(operations[id].path),
)
