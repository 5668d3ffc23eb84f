import { type Configuration, errors, type KoaContextWithOIDC } from 'oidc-provider'
import type { Accounts } from '../domain/users/account.ts'
import { sessionCookie } from '../sign-on/browser-sessions.ts'
import { sessionCookieSite } from '../sign-on/cookies.ts'
import { sessionSeconds, signOnLifetimes } from '../sign-on/lifetimes.ts'
import type { PostToApplication } from '../sign-on/session-ends.ts'
import { type AdapterServices, adapterFactory } from './adapter.ts'
import { interactionUrl } from './engine-interactions.ts'
import { type EnginePaths, offersOfflineAccess } from './faces/face.ts'
import { existingGrants } from './grants/existing.ts'
import { outgoingFetch } from './outgoing.ts'
import { enginePages, type PageServices } from './pages.ts'
import { interactionPolicy, type PromptServices } from './prompts.ts'
import { resourceIndicators } from './resource.ts'
import type { SigningKey } from './signing-key.ts'

/** What the engine is built from. */
export interface EngineServices extends AdapterServices, PageServices, PromptServices {
  accounts: Accounts
  /** Private signing keys; of each algorithm the first signs. */
  signingKeys: SigningKey[]
  /** Calls applications. */
  post: PostToApplication
}

/**
 * The configuration of the OpenID engine for one issuer. What the engine offers and the documentation does not is
 * switched off: pushed requests, DPoP, request objects, its own pages.
 */
export function engineConfiguration(services: EngineServices): Configuration {
  const { face, accounts, signingKeys } = services
  const { origin, paths, lifetimes, sessionFrame } = face
  const long = { httpOnly: true, path: '/', ...sessionCookieSite(origin) }
  const pages = enginePages(paths, services)
  const askForRefresh = offersOfflineAccess(face)
  const followsSession = sessionFrame !== undefined

  return {
    adapter: adapterFactory(services),
    jwks: { keys: signingKeys },
    routes: engineRoutes(paths),
    scopes: [...face.scopes],
    claims: Object.fromEntries(Object.entries(face.claimsOfScope).map(([scope, claims]) => [scope, [...claims]])),
    responseTypes: [...face.responseTypes],
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    enabledJWA: {
      idTokenSigningAlgValues: ['RS256', 'ES256'],
      clientAuthSigningAlgValues: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    },
    pkce: {
      required: (_ctx, client) => client.tokenEndpointAuthMethod === 'none' || client.require_pkce === true,
    },
    allowOmittingSingleRegisteredRedirectUri: face.redirectUriOptional,
    extraClientMetadata: {
      properties: [
        'first_party',
        'require_pkce',
        'introspects_all_tokens',
        'claims_in_id_token',
        'name_zh',
        'user_address_allowed',
      ],
    },
    cookies: {
      names: { session: sessionCookie, interaction: '_interaction', resume: '_interaction_resume' },
      long,
      short: { httpOnly: true, sameSite: 'lax', secure: long.secure },
    },
    // A browser names the origin of our own pages too, such as the docs, when they post.
    clientBasedCORS: (ctx, origin, client) =>
      [ctx.oidc.provider.issuer, ...(client.redirectUris ?? [])].some((uri) => URL.parse(uri)?.origin === origin),
    features: {
      devInteractions: { enabled: false },
      // An experiment of the engine's, whose version has to be named: our keys sign by themselves (signing-key.ts).
      externalSigningSupport: { enabled: true, ack: 'experimental-01' },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      requestObjects: { enabled: false },
      claimsParameter: { enabled: false },
      // Ours answers at its address (handlers): the engine's refuses tokens for the API.
      userinfo: { enabled: true },
      clientCredentials: { enabled: face.grantTypes.includes('client_credentials') },
      introspection: {
        enabled: paths.introspection !== undefined,
        // A client learns about its own tokens; about those of others where it is registered for that.
        allowedPolicy: async (_ctx, client, token) =>
          token.clientId === client.clientId || client.introspects_all_tokens === true,
      },
      revocation: {
        enabled: paths.revocation !== undefined,
        allowedPolicy: async (_ctx, client, token) => {
          // RFC 7009 section 2.1: a client that presents another's token is refused and told so.
          if (token.clientId !== client.clientId) throw new errors.InvalidRequest('the token belongs to another client')
          return true
        },
      },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: followsSession, ...pages.features.rpInitiatedLogout },
      deviceFlow: pages.features.deviceFlow,
      resourceIndicators: resourceIndicators(face),
    },
    discovery: {
      ...(followsSession && {
        check_session_iframe: origin + sessionFrame,
        frontchannel_logout_supported: false,
        frontchannel_logout_session_supported: false,
      }),
      request_parameter_supported: false,
      ui_locales_supported: ['zh', 'en'],
      service_documentation: `${origin}/docs`,
    },
    ttl: {
      AccessToken: lifetimes.userAccessToken,
      ...(lifetimes.clientAccessToken && { ClientCredentials: lifetimes.clientAccessToken }),
      RefreshToken: lifetimes.refreshToken,
      IdToken: lifetimes.idToken,
      AuthorizationCode: lifetimes.authorizationCode,
      ...(lifetimes.deviceCode && { DeviceCode: lifetimes.deviceCode }),
      Interaction: signOnLifetimes.interaction,
      Session: (_ctx, session) => sessionSeconds(session),
      Grant: lifetimes.grant,
    },
    issueRefreshToken: async (_ctx, client, source) =>
      client.grantTypeAllowed('refresh_token') && (!askForRefresh || source.scopes.has('offline_access')),
    // Clients that did not ask for offline access lose their tokens with the session.
    expiresWithSession: async (_ctx, code) => !code.scopes.has('offline_access'),
    rotateRefreshToken: () => true,
    extraTokenClaims: async (_ctx, token) => (token.kind === 'AccessToken' ? { grant_id: token.grantId } : undefined),
    loadExistingGrant: existingGrants(services),
    interactions: { policy: interactionPolicy(services), url: interactionUrl },
    findAccount: async (ctx, sub) => {
      const user = await accounts.findActive(sub)
      return (
        user && {
          accountId: user.id,
          claims: async (use, scope) => ({
            ...face.claims(
              user,
              new Set(scope.split(' ')),
              use === 'id_token' && !hasAllClaims(ctx) ? use : 'userinfo',
            ),
          }),
        }
      )
    },
    renderError: pages.renderError,
    fetch: outgoingFetch(services.post),
  }
}

/** Whether the id tokens of the client say what userinfo says. */
function hasAllClaims(ctx: KoaContextWithOIDC): boolean {
  return ctx.oidc.client?.claims_in_id_token === true
}

/** Addresses as the engine names them; those of what is off are never reached. */
function engineRoutes({ device, ...paths }: EnginePaths): Configuration['routes'] {
  return {
    authorization: paths.authorization,
    token: paths.token,
    userinfo: paths.userinfo,
    jwks: paths.jwks,
    end_session: paths.endSession,
    ...(paths.introspection && { introspection: paths.introspection }),
    ...(paths.revocation && { revocation: paths.revocation }),
    ...(device && { device_authorization: device.authorization, code_verification: device.verification }),
  }
}
