import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider'
import type { PasswordSignIn } from '../../domain/sign-in/password-sign-in.ts'
import type { EngineFace } from '../faces/face.ts'
import { resourceIndicators } from '../resource.ts'
import { grantScopes } from './existing.ts'

/** Form fields of the password grant beside those that authenticate the client (RFC 6749 4.3.2). */
export const passwordGrantParameters = ['username', 'password', 'scope']

/**
 * The password grant (RFC 6749 4.3, api-14303223) for clients that are registered for it. OAuth 2.1 has dropped it;
 * the platform documents it, so it stands behind the same limits and records as every other sign-in.
 */
export function passwordGrant(provider: Provider, signIn: PasswordSignIn, face: EngineFace) {
  return async (ctx: KoaContextWithOIDC): Promise<void> => {
    const { client, params } = ctx.oidc
    if (!client || client.tokenEndpointAuthMethod === 'none') {
      throw new errors.UnauthorizedClient('the password grant is for confidential clients')
    }
    const { username, password, scope } = params as Record<string, string | undefined>
    if (!username || !password) throw new errors.InvalidRequest('username and password are required')
    const scopes = allowedScopes(scope, client.scope)

    const result = await signIn.attempt({
      name: username,
      password,
      address: ctx.ip,
      userAgent: ctx.get('user-agent') || undefined,
      clientId: client.clientId,
      method: 'password_grant',
    })
    if (!result.ok) {
      if (result.reason === 'limited') {
        ctx.set('Retry-After', String(result.retryAfterSeconds))
        throw new TooManyAttempts()
      }
      throw new errors.InvalidGrant(descriptions[result.reason])
    }

    const authTime = Math.floor(Date.now() / 1000)
    const grant = new provider.Grant({ accountId: result.userId, clientId: client.clientId })
    await grantScopes(grant, scopes, face)

    const accessToken = new provider.AccessToken({
      accountId: result.userId,
      client,
      grantId: grant.jti,
      gty: 'password',
    } as ConstructorParameters<Provider['AccessToken']>[0])
    const { audience } = face
    accessToken.resourceServer = new provider.ResourceServer(
      audience,
      await resourceIndicators(face).getResourceServerInfo(ctx, audience),
    )
    accessToken.scope = scopes.join(' ')
    ctx.oidc.entity('Grant', grant)
    ctx.oidc.entity('AccessToken', accessToken)

    const body: Record<string, unknown> = {
      access_token: await accessToken.save(),
      expires_in: accessToken.expiration,
      token_type: accessToken.tokenType,
      ...(scopes.length > 0 && { scope: accessToken.scope }),
    }
    if (scopes.includes('offline_access') && client.grantTypeAllowed('refresh_token')) {
      const refreshToken = new provider.RefreshToken({
        accountId: result.userId,
        client,
        grantId: grant.jti,
        gty: 'password',
        authTime,
        resource: audience,
        rotations: 0,
        scope: scopes.join(' '),
      } as ConstructorParameters<Provider['RefreshToken']>[0])
      body.refresh_token = await refreshToken.save()
    }
    if (scopes.includes('openid')) {
      const idToken = new provider.IdToken({ sub: result.userId, auth_time: authTime }, { ctx })
      Object.assign(idToken, { scope: 'openid' })
      body.id_token = await idToken.issue({ use: 'idtoken' })
    }
    ctx.body = body
  }
}

const descriptions = {
  invalid: 'user name or password is wrong',
  disabled: 'the account is disabled',
  'must-change': 'the password has to be changed on the sign-in page first',
} as const

class TooManyAttempts extends errors.CustomOIDCProviderError {
  constructor() {
    super('temporarily_unavailable', 'too many attempts, try again later')
    this.status = 429
    this.statusCode = 429
  }
}

function allowedScopes(requested: string | undefined, registered: string | undefined): string[] {
  const allowed = new Set(registered?.split(' '))
  const scopes = [...new Set((requested ?? '').split(' ').filter(Boolean))]
  const refused = scopes.find((scope) => !allowed.has(scope))
  if (refused !== undefined) throw new errors.InvalidScope('requested scope is not allowed', refused)
  return scopes
}
