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
      return {
        audience,
        scope: scopes.join(' '),
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
