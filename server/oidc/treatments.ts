import type { OperationId } from '../../generated/operations.ts'

/**
 * What has to happen to a request before the engine can answer it:
 * - `authorization`: the parameters are completed; a form becomes the query of a GET
 * - `form-as-query`: a form becomes the query of a GET
 * - `user-code`: how often codes of devices are guessed is limited
 * - `token`: a signed token in the form is verified and handed over by reference
 * - `public-metadata`: everybody may keep the answer for a while
 */
export type EngineTreatment = 'authorization' | 'form-as-query' | 'user-code' | 'token' | 'public-metadata' | 'none'

const treatments = {
  requestAuthorization: 'authorization',
  submitAuthorizationRequest: 'authorization',
  submitEndSession: 'form-as-query',
  submitDeviceCode: 'user-code',
  introspectToken: 'token',
  revokeToken: 'token',
  getServiceConfiguration: 'public-metadata',
  getJsonWebKeySet: 'public-metadata',
  requestOauth2Authorization: 'authorization',
  getOauth2Configuration: 'public-metadata',
  getOauth2Keys: 'public-metadata',
} satisfies Partial<Record<OperationId, EngineTreatment>>

/** How the requests of an operation are treated. */
export function treatmentOf(id: OperationId): EngineTreatment {
  return id in treatments ? treatments[id as keyof typeof treatments] : 'none'
}
