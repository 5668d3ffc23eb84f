import { ContractFailure } from '../../contract/failure.ts'
import { refuse } from '../../domain/failure.ts'
import type { Handler } from '../types.ts'
import { found } from './answers.ts'

/** POST /api/v2/tenant/token (M1): id and secret in the form, or as HTTP Basic. */
export const issueAccessCredential: Handler<'issueAccessCredential'> = async (context) => {
  const { caller, query, body, request, deps } = context
  // Either place will do, which a schema cannot say.
  if (!body && !query.grant_type)
    throw new ContractFailure('invalid_request', { description: '/body/grant_type is missing' })
  const { client_id: clientId = caller?.clientId ?? '', client_secret: secret = '' } = body ?? {}
  // One way at a time (RFC 6749 section 2.3); a name beside the header is no second one.
  if (caller && body?.client_secret !== undefined)
    throw new ContractFailure('invalid_request', { description: 'the client authenticates in more than one way' })
  const proven =
    caller?.clientId === clientId || (await deps.callingApplications.withSecret(clientId, secret, request.ip))
  if (!proven) refuse('client_credentials_wrong')
  const { token, expiresIn } = await deps.accessCredentials.issue(clientId)
  return found({ access_token: token, token_type: 'Bearer', expires_in: expiresIn, scope: 'all' })
}
