import { pendingOperations as oneaccess } from '../server/handlers/oneaccess/pending.ts'

/** The operations of each document that the server does not have yet. */
export const pendingOperations: Readonly<Record<string, readonly string[]>> = { account: [], oneaccess }
