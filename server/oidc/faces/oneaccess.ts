import { oneAccessScopes } from '../../domain/applications/scopes.ts'
import { oneAccessClaims } from '../../domain/users/oneaccess-claims.ts'
import type { EngineFace } from './face.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** Where all of it lives. */
const root = '/api/v1/oauth2'

/**
 * The issuer of the OneAccess API (I8 to I16). It is documented to issue tokens for people and nothing else; where its
 * tokens are looked at or revoked by protocol, and how applications follow the session, its pages do not say.
 */
export function oneAccessFace(origin: string): EngineFace {
  const issuer = origin + root
  return {
    name: 'oneaccess',
    origin,
    issuer,
    audience: issuer,
    paths: {
      discovery: `${root}/.well-known/openid-configuration`,
      authorization: `${root}/authorize`,
      token: `${root}/token`,
      userinfo: `${root}/userinfo`,
      jwks: `${root}/jwks`,
      endSession: '/connect/endsession',
    },
    statePrefix: 'oneaccess:',
    scopes: oneAccessScopes,
    defaultScope: 'get_user_info',
    claimsOfScope: { openid: ['sub', 'id', 'userName', 'name', 'email', 'mobile'] },
    claims: oneAccessClaims,
    // `id_token token` is documented too (I15): RFC 9700 2.1.2 forbids it, see docs/deviations.md.
    responseTypes: ['code', 'id_token'],
    grantTypes: ['authorization_code', 'implicit', 'refresh_token'],
    lifetimes: {
      // Access and id token are documented, the code is the sister's (section 1.8); the others are ours.
      userAccessToken: 2 * hour,
      refreshToken: 30 * day,
      idToken: 2 * hour,
      authorizationCode: 5 * minute,
      grant: 180 * day,
    },
    redirectUriOptional: true,
    redirectStatus: 302,
    refusedGrants: {
      authorization_code: 'Invalid authorization code',
      refresh_token: 'Invalid refresh token',
    },
  }
}
