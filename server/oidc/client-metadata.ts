import type { ClientMetadata } from 'oidc-provider'
import type { Application } from '../db/queries/applications.ts'
import type { EngineFace } from './faces/face.ts'

/**
 * An application as the engine of an issuer reads a client (OpenID Connect Dynamic Client Registration 1.0 section 2):
 * what it may do, as far as the issuer offers it. Undefined when that is nothing.
 */
export function clientMetadata(
  application: Application,
  { grantTypes, responseTypes, scopes }: EngineFace,
): (ClientMetadata & Record<string, unknown>) | undefined {
  const allowedGrants = application.grantTypes.filter((type) => grantTypes.includes(type))
  if (allowedGrants.length === 0) return undefined
  return {
    client_id: application.clientId,
    client_name: application.name,
    ...(application.nameZh && { name_zh: application.nameZh }),
    ...(application.secretHash && { client_secret: application.secretHash.toString('hex') }),
    token_endpoint_auth_method: application.tokenEndpointAuthMethod,
    ...(application.jwks && { jwks: application.jwks as unknown as ClientMetadata['jwks'] }),
    application_type: application.applicationType,
    redirect_uris: application.redirectUris,
    post_logout_redirect_uris: application.postLogoutRedirectUris,
    grant_types: allowedGrants,
    response_types: responseTypes.filter((type) => application.responseTypes.includes(type)),
    // Without any the engine would take it for allowed everything.
    scope: application.scopes.filter((scope) => scopes.includes(scope)).join(' ') || 'openid',
    id_token_signed_response_alg: application.idTokenSigningAlgorithm,
    first_party: application.firstParty,
    require_pkce: application.requirePkce,
    user_address_allowed: application.userAddressAllowed,
    introspects_all_tokens: application.introspectsAllTokens,
    claims_in_id_token: application.claimsInIdToken,
    ...(application.backchannelLogoutUri && {
      backchannel_logout_uri: application.backchannelLogoutUri,
      backchannel_logout_session_required: application.backchannelLogoutSessionRequired,
    }),
  }
}
