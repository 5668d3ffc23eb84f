import type { HandlersOf } from '../../contract/types.ts'
import * as common from './common.ts'
import * as consent from './consent.ts'
import * as login from './login.ts'
import * as session from './session.ts'
import * as userinfo from './userinfo.ts'

/** Every operation of the Account API that is not the engine's; one missing or one too many does not compile. */
export const accountHandlers = {
  ...common,
  ...consent,
  ...login,
  ...session,
  ...userinfo,
} satisfies HandlersOf<'account'>
