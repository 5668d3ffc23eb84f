import { clientCredentials } from './client-credentials.ts'
import { singleFields } from './fields.ts'
import type { DirectGrant, TokenResponse } from './grant.ts'
import { codeRedemption } from './redemption.ts'
import { refresh } from './refresh.ts'
import type { DirectRequest } from './request.ts'
import type { DirectServices } from './services.ts'

/** A map: on an object, a grant named `toString` would be found. */
const grants: ReadonlyMap<string, DirectGrant> = new Map([
  ['authorization_code', codeRedemption],
  ['client_credentials', clientCredentials],
  ['refresh_token', refresh],
])

const ofEveryRequest = ['grant_type', 'client_id', 'client_secret']

/** RFC 6749 section 3.2: which grant, by which client, nothing twice and nothing that is not known here. */
export async function answerTokenRequest(
  services: DirectServices,
  { headers, fields: form, address }: DirectRequest,
): Promise<TokenResponse | undefined> {
  const grant = typeof form.grant_type === 'string' ? grants.get(form.grant_type) : undefined
  const fields = grant && singleFields(form, [...ofEveryRequest, ...grant.parameters])
  if (!grant || !fields?.grant_type || !services.face.grantTypes.includes(fields.grant_type)) return undefined
  const { authorization } = headers
  const application = await services.clients.authenticate({ authorization, fields, address })
  if (!application?.grantTypes.includes(fields.grant_type)) return undefined
  // Whether the person still has an account there, the engine asks.
  if (application.applicationAccountRequired) return undefined
  return grant.answer({ application, fields }, services)
}
