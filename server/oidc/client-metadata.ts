import type { ClientMetadata } from 'oidc-provider'
import type { Application } from '../db/queries/applications.ts'

/** An application as the engine reads a client (OpenID Connect Dynamic Client Registration 1.0 section 2). */
export function clientMetadata(application: Application): ClientMetadata & Record<string, unknown> {
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
    grant_types: application.grantTypes,
    response_types: application.responseTypes as ClientMetadata['response_types'],
    scope: application.scopes.join(' '),
    id_token_signed_response_alg: application.idTokenSigningAlgorithm,
    first_party: application.firstParty,
    require_pkce: application.requirePkce,
    ...(application.backchannelLogoutUri && {
      backchannel_logout_uri: application.backchannelLogoutUri,
      backchannel_logout_session_required: application.backchannelLogoutSessionRequired,
    }),
  }
}
