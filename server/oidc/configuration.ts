import type { JWK } from 'jose'
import { type Configuration, errors } from 'oidc-provider'
import type { Accounts } from '../domain/users/account.ts'
import { sessionCookieSite } from '../sign-on/cookies.ts'
import { type AdapterServices, adapterFactory } from './adapter.ts'
import { claimsOf, claimsOfScope } from './claims.ts'
import { existingGrants } from './grants/existing.ts'
import { interactionUrl } from './interactions.ts'
import { lifetimes } from './lifetimes.ts'
import { outgoingFetch } from './outgoing.ts'
import { enginePages } from './pages.ts'
import { interactionPolicy } from './prompts.ts'
import { resourceIndicators } from './resource.ts'
import { allScopes } from './scopes.ts'

/** What the engine is built from. */
export interface EngineServices extends AdapterServices {
  issuer: string
  accounts: Accounts
  /** Private signing keys; of each algorithm the first signs. */
  signingKeys: JWK[]
}

/**
 * The configuration of the OpenID engine for the Account API. What the engine offers and the documentation does not
 * is switched off: pushed requests, DPoP, request objects, its own pages.
 */
export function engineConfiguration(services: EngineServices): Configuration {
  const { issuer, accounts, applications, signingKeys } = services
  const long = { httpOnly: true, path: '/', ...sessionCookieSite(issuer) }

  return {
    adapter: adapterFactory(services),
    jwks: { keys: signingKeys as never },
    routes: {
      authorization: '/connect/authorize',
      token: '/connect/token',
      userinfo: '/connect/userinfo',
      introspection: '/connect/introspect',
      revocation: '/connect/revocation',
      device_authorization: '/connect/deviceauthorization',
      code_verification: '/connect/device',
      end_session: '/connect/endsession',
      jwks: '/.well-known/openid-configuration/jwks',
    },
    scopes: [...allScopes],
    claims: Object.fromEntries(Object.entries(claimsOfScope).map(([scope, claims]) => [scope, [...claims]])),
    // RFC 9700 2.1.2 forbids access tokens in the authorization response: see docs/deviations.md.
    responseTypes: ['code', 'id_token', 'code id_token', 'none'],
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    enabledJWA: {
      idTokenSigningAlgValues: ['RS256', 'ES256'],
      clientAuthSigningAlgValues: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    },
    pkce: {
      required: (_ctx, client) => client.tokenEndpointAuthMethod === 'none' || client.require_pkce === true,
    },
    // The contract demands it at both endpoints, as OpenID Connect Core 3.1.2.1 does.
    allowOmittingSingleRegisteredRedirectUri: false,
    extraClientMetadata: { properties: ['first_party', 'require_pkce', 'name_zh'] },
    cookies: {
      names: { session: '_session', interaction: '_interaction', resume: '_interaction_resume' },
      long,
      short: { httpOnly: true, sameSite: 'lax', secure: long.secure },
    },
    clientBasedCORS: (_ctx, origin, client) =>
      (client.redirectUris ?? []).some((uri) => URL.parse(uri)?.origin === origin),
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      requestObjects: { enabled: false },
      claimsParameter: { enabled: false },
      // Ours answers at its address (handlers/account/userinfo.ts): the engine's refuses tokens for the API.
      userinfo: { enabled: true },
      clientCredentials: { enabled: true },
      introspection: {
        enabled: true,
        // A client learns about its own tokens; the platform's own back-ends about all of them.
        allowedPolicy: async (_ctx, client, token) =>
          token.clientId === client.clientId ||
          (client.first_party === true && client.tokenEndpointAuthMethod !== 'none'),
      },
      revocation: {
        enabled: true,
        allowedPolicy: async (_ctx, client, token) => {
          // RFC 7009 section 2.1: a client that presents another's token is refused and told so.
          if (token.clientId !== client.clientId) throw new errors.InvalidRequest('the token belongs to another client')
          return true
        },
      },
      backchannelLogout: { enabled: true },
      resourceIndicators: resourceIndicators(issuer),
      ...enginePages.features,
    },
    discovery: {
      check_session_iframe: `${issuer}/connect/checksession`,
      frontchannel_logout_supported: false,
      frontchannel_logout_session_supported: false,
      request_parameter_supported: false,
      ui_locales_supported: ['zh', 'en'],
      service_documentation: `${issuer}/docs`,
    },
    ttl: {
      AccessToken: lifetimes.userAccessToken,
      ClientCredentials: lifetimes.clientAccessToken,
      RefreshToken: lifetimes.refreshToken,
      IdToken: lifetimes.idToken,
      AuthorizationCode: lifetimes.authorizationCode,
      DeviceCode: lifetimes.deviceCode,
      Interaction: lifetimes.interaction,
      Session: lifetimes.session,
      Grant: lifetimes.grant,
    },
    // Clients that did not ask for offline access lose their tokens with the session.
    expiresWithSession: async (_ctx, code) => !code.scopes.has('offline_access'),
    rotateRefreshToken: () => true,
    extraTokenClaims: async (_ctx, token) => (token.kind === 'AccessToken' ? { grant_id: token.grantId } : undefined),
    loadExistingGrant: existingGrants(applications),
    interactions: { policy: interactionPolicy(), url: interactionUrl },
    findAccount: async (_ctx, sub) => {
      const user = await accounts.findActive(sub)
      return (
        user && {
          accountId: user.id,
          // An id token says who signed in; everything else is read from userinfo.
          claims: async (use, scope) =>
            use === 'id_token' ? { sub: user.id } : { ...claimsOf(user, new Set(scope.split(' '))) },
        }
      )
    },
    renderError: enginePages.renderError,
    fetch: outgoingFetch(issuer),
  }
}
