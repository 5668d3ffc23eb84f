import { errors, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider'
import type { EngineFace } from './faces/face.ts'

/**
 * One signed access token serves OpenID Connect and the API together, as the documented platform has it, so each issuer
 * has one resource: it is used when a request names none, and no other can be named.
 */
export function resourceIndicators({ audience, scopes }: Pick<EngineFace, 'audience' | 'scopes'>) {
  return {
    enabled: true,
    defaultResource: async () => audience,
    useGrantedResource: async () => true,
    getResourceServerInfo: async (ctx: KoaContextWithOIDC, resource: string): Promise<ResourceServer> => {
      if (resource !== audience) throw new errors.InvalidTarget()
      refuseScopesNotRegistered(ctx)
      return {
        audience,
        scope: scopes.join(' '),
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: signingAlgorithm(ctx) } },
      }
    },
  }
}

/**
 * A client that asks for a token of its own gets what it asks for or `invalid_scope` (RFC 6749 section 5.2): the engine
 * leaves out names that it does not know, as it has to where a person is asked (OpenID Connect Core 3.1.2.1).
 */
function refuseScopesNotRegistered({ oidc: { client, params, requestParamScopes } }: KoaContextWithOIDC): void {
  if (params?.grant_type !== 'client_credentials') return
  const registered = new Set(client?.scope?.split(' '))
  const refused = [...requestParamScopes].find((scope) => !registered.has(scope))
  if (refused !== undefined) throw new errors.InvalidScope('requested scope is not allowed', refused)
}

/** Access tokens are signed as the client's id tokens are, so that it needs to know one algorithm. */
function signingAlgorithm(ctx: KoaContextWithOIDC): 'RS256' | 'ES256' {
  return ctx.oidc.client?.idTokenSignedResponseAlg === 'ES256' ? 'ES256' : 'RS256'
}
