import type { Handler } from '../types.ts'
import { found } from './answers.ts'

/** POST /api/v2/sdk/session-token/refresh-id-token (S27). */
export const refreshIdToken: Handler<'refreshIdToken'> = async ({ caller, deps }) =>
  found({ id_token: await deps.appSessions.idToken(caller.clientId, caller.session) })
