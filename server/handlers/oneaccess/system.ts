import type { Handler } from '../types.ts'
import { found } from './answers.ts'

/** GET /api/v2/sdk/server-date (S1). */
export const getServerDate: Handler<'getServerDate'> = () => found({ timestamp: String(Date.now()) })

/** GET /api/v2/sdk/public-key (S2): the key pair is the application's own. */
export const getPublicKey: Handler<'getPublicKey'> = async ({ caller, deps }) =>
  found({ public_key: await deps.signatureKeys.publicKeyPem(caller.clientId) })
