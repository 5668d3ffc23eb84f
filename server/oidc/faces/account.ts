import { allScopes } from '../../domain/applications/scopes.ts'
import { claimsOf, claimsOfScope } from '../../domain/users/claims.ts'
import type { EngineFace } from './face.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** The issuer of the Account API: the origin itself, everything below `/connect`. */
export function accountFace(origin: string): EngineFace {
  return {
    name: 'account',
    origin,
    issuer: origin,
    audience: `${origin}/api`,
    paths: {
      discovery: '/.well-known/openid-configuration',
      authorization: '/connect/authorize',
      token: '/connect/token',
      userinfo: '/connect/userinfo',
      jwks: '/.well-known/openid-configuration/jwks',
      endSession: '/connect/endsession',
      introspection: '/connect/introspect',
      revocation: '/connect/revocation',
      device: { authorization: '/connect/deviceauthorization', verification: '/connect/device' },
    },
    statePrefix: '',
    scopes: allScopes,
    claimsOfScope,
    // An id token says who signed in; everything else is read from userinfo.
    claims: (user, scopes, use) => (use === 'id_token' ? { sub: user.id } : claimsOf(user, scopes)),
    // RFC 9700 2.1.2 forbids access tokens in the authorization response: see docs/deviations.md.
    responseTypes: ['code', 'id_token', 'code id_token', 'none'],
    grantTypes: [
      'authorization_code',
      'implicit',
      'refresh_token',
      'client_credentials',
      'password',
      'urn:ietf:params:oauth:grant-type:device_code',
    ],
    lifetimes: {
      // The first four are documented (api-7985173, api-8257728); the others are ours.
      userAccessToken: 2 * hour,
      clientAccessToken: 1 * hour,
      refreshToken: 30 * day,
      idToken: 2 * hour,
      authorizationCode: minute,
      deviceCode: 10 * minute,
      grant: 180 * day,
    },
    // The contract demands it at both endpoints, as OpenID Connect Core 3.1.2.1 does.
    redirectUriOptional: false,
    redirectStatus: 303,
    sessionFrame: '/connect/checksession',
    refusedGrants: {},
  }
}
