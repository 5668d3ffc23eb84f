import { type OperationId, operations } from '../../generated/operations.ts'

/** Every operation of both documents: what a run calls unless it is told otherwise. */
export const everyOperation = Object.keys(operations) as OperationId[]
