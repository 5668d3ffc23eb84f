import { type OperationId, operations } from '../../generated/operations.ts'
import { pendingOperations } from '../pending-operations.ts'

/** Every operation that the server has, of both documents: what a run calls unless it is told otherwise. */
export const builtOperations = (Object.keys(operations) as OperationId[]).filter(
  (id) => !Object.values(pendingOperations).some((pending) => pending.includes(id)),
)
