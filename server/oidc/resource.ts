import { errors, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider'
import { allScopes } from './scopes.ts'

/** The audience of access tokens: the Account API of this installation (RFC 8707, RFC 9068). */
export function apiAudience(issuer: string): string {
  return `${issuer}/api`
}

/**
 * One signed access token serves OpenID Connect and the API together, as the documented platform has it, so there
 * is one resource: it is used when a request names none, and no other can be named.
 */
export function resourceIndicators(issuer: string) {
  const audience = apiAudience(issuer)
  return {
    enabled: true,
    defaultResource: async () => audience,
    useGrantedResource: async () => true,
    getResourceServerInfo: async (ctx: KoaContextWithOIDC, resource: string): Promise<ResourceServer> => {
      if (resource !== audience) throw new errors.InvalidTarget()
      return {
        audience,
        scope: allScopes.join(' '),
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: signingAlgorithm(ctx) } },
      }
    },
  }
}

/** Access tokens are signed as the client's id tokens are, so that it needs to know one algorithm. */
function signingAlgorithm(ctx: KoaContextWithOIDC): 'RS256' | 'ES256' {
  return ctx.oidc.client?.idTokenSignedResponseAlg === 'ES256' ? 'ES256' : 'RS256'
}
