import type { BuiltHandlersOf } from '../../contract/pending.ts'
import type { HandlersOf } from '../../contract/types.ts'
import * as common from './common.ts'
import * as consent from './consent.ts'
import * as login from './login.ts'
import { type PendingOperation, pending } from './pending.ts'
import * as session from './session.ts'
import * as userinfo from './userinfo.ts'

/** What is built; one missing, one too many or one that is still on the pending list does not compile. */
const built = {
  ...common,
  ...consent,
  ...login,
  ...session,
  ...userinfo,
} satisfies BuiltHandlersOf<'account', PendingOperation>

/** Every operation of the Account API that is not the engine's. */
export const accountHandlers = { ...built, ...pending } satisfies HandlersOf<'account'>
