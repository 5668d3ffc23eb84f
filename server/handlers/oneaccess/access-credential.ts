import type { Handler } from '../types.ts'
import { found } from './answers.ts'

/** POST /api/v2/tenant/token (M1): id and secret in the form, or as HTTP Basic. */
export const issueAccessCredential: Handler<'issueAccessCredential'> = async ({ caller, body, request, deps }) => {
  const { client_id: clientId = '', client_secret: secret = '' } = body ?? {}
  const application = caller ?? (await deps.accessCredentials.prove(clientId, secret, request.ip))
  const { token, expiresIn } = await deps.accessCredentials.issue(application.clientId)
  return found({ access_token: token, token_type: 'Bearer', expires_in: expiresIn, scope: 'all' })
}
