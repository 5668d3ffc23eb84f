import type { BuiltHandlersOf, HandlersOf } from '../types.ts'
import * as accessCredential from './access-credential.ts'
import { type PendingOperation, pending } from './pending.ts'
import * as system from './system.ts'
import * as users from './users.ts'

/** What is built; one missing, one too many or one that is still on the pending list does not compile. */
const built = {
  ...accessCredential,
  ...system,
  ...users,
} satisfies BuiltHandlersOf<'oneaccess', PendingOperation>

/** Every operation of the OneAccess API that is not the engine's. */
export const oneAccessHandlers = { ...built, ...pending } satisfies HandlersOf<'oneaccess'>
