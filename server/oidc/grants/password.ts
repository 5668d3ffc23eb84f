import { isIP } from 'node:net'
import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider'
import { plainAddress } from '../../contract/request/address.ts'
import { hasPassword } from '../../db/queries/password-credentials.ts'
import type { Db } from '../../db/schema.ts'
import type { PasswordSignIn } from '../../domain/sign-in/password-sign-in.ts'
import type { EngineFace } from '../faces/face.ts'
import type { PromptServices } from '../prompts.ts'
import { resourceIndicators } from '../resource.ts'
import { TooManyAttempts } from '../too-many-attempts.ts'
import { grantScopes, newGrant } from './existing.ts'

/** Form fields of the password grant beside those that authenticate the client (RFC 6749 4.3.2); the last is ours. */
export const passwordGrantParameters = ['username', 'password', 'scope', 'user_address']

/**
 * The password grant (RFC 6749 4.3, api-14303223) for clients that are registered for it. OAuth 2.1 has dropped it;
 * the platform documents it, so it stands behind the same limits and records as every other sign-in.
 */
export function passwordGrant(
  provider: Provider,
  { db, signIn, applications, entrances }: PromptServices & { db: Db; signIn: PasswordSignIn },
  face: EngineFace,
) {
  return async (ctx: KoaContextWithOIDC): Promise<void> => {
    const { client, params } = ctx.oidc
    if (!client || client.tokenEndpointAuthMethod === 'none') {
      throw new errors.UnauthorizedClient('the password grant is for confidential clients')
    }
    const application = await applications.find(client.clientId)
    if (application?.secondFactor === 'sms') {
      throw new errors.UnauthorizedClient('the client demands a second factor, and this grant has none')
    }
    const { username, password, scope, user_address: userAddress } = params as Record<string, string | undefined>
    if (!username || !password) throw new errors.InvalidRequest('username and password are required')
    const scopes = allowedScopes(scope, client.scope)

    const result = await signIn.attempt({
      name: username,
      password,
      address: addressOfUser(ctx.ip, userAddress, client),
      userAgent: ctx.get('user-agent') || undefined,
      clientId: client.clientId,
      method: 'password_grant',
    })
    if (!result.ok) {
      if (result.reason === 'limited') throw new TooManyAttempts(ctx, result.retryAfterSeconds)
      throw new errors.InvalidGrant(descriptions[result.reason])
    }

    if (application && (await entrances.isClosed(application, result.userId))) {
      throw new errors.InvalidGrant('the user has no account of the application')
    }

    const authTime = Math.floor(Date.now() / 1000)
    const refreshable = scopes.includes('offline_access') && client.grantTypeAllowed('refresh_token')
    const { grant: longest, userAccessToken } = face.lifetimes
    const of = { accountId: result.userId, clientId: client.clientId }
    const grant = newGrant(provider, of, refreshable ? longest : userAccessToken)
    await grantScopes(grant, scopes, face)
    // Another password was set while this one was looked at: it has ended all that there was, and this came after.
    if (!(await hasPassword(db, result.userId, result.passwordMark))) {
      await grant.destroy()
      throw new errors.InvalidGrant(descriptions.invalid)
    }

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
    if (refreshable) {
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

/**
 * Where the person is. A back-end that may tell is believed, since it has proved who it is: then the limits of its users
 * are theirs, not those of the machine that all of them ask through. It says so in the form, whose meaning no proxy
 * changes; from any other application the field is refused instead of passed over, so that nobody relies on it in vain.
 */
function addressOfUser(own: string, told: string | undefined, client: Readonly<Record<string, unknown>>): string {
  if (told === undefined) return own
  if (client.user_address_allowed !== true) {
    throw new errors.UnauthorizedClient('this client may not tell the address of its users (user_address)')
  }
  const address = /^[0-9a-f.:]+$/i.test(told) && isIP(told) ? plainAddress(told) : undefined
  if (address === undefined) throw new errors.InvalidRequest('user_address is no IP address')
  return address
}

const descriptions = {
  invalid: 'user name or password is wrong',
  disabled: 'the account is disabled',
  'must-change': 'the password has to be changed on the sign-in page first',
} as const

function allowedScopes(requested: string | undefined, registered: string | undefined): string[] {
  const allowed = new Set(registered?.split(' '))
  const scopes = [...new Set((requested ?? '').split(' ').filter(Boolean))]
  const refused = scopes.find((scope) => !allowed.has(scope))
  if (refused !== undefined) throw new errors.InvalidScope('requested scope is not allowed', refused)
  return scopes
}
