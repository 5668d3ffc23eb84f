import type { components } from '../../generated/account.ts'
import { sha256 } from '../crypto/hash.ts'
import { findStandingRefreshToken } from '../db/queries/introspection.ts'
import { singleFields } from './fields.ts'
import type { DirectRequest } from './request.ts'
import type { DirectServices } from './services.ts'

type Introspection = components['schemas']['Introspection']
type Active = Extract<Introspection, { active: true }>

/**
 * Token introspection (RFC 7662) for a client that has authenticated. One statement.
 * @returns undefined where the engine is to answer
 */
export async function answerIntrospection(
  services: DirectServices,
  { headers, fields: form, address }: DirectRequest,
): Promise<Introspection | undefined> {
  const { face, clients } = services
  const { authorization } = headers
  const fields = singleFields(form, ['token', 'token_type_hint', 'client_id', 'client_secret'])
  if (!fields?.token) return undefined
  const application = await clients.authenticate({ authorization, fields, address })
  // For the engine an application without a grant of this issuer is none.
  if (!application?.grantTypes.some((grant) => face.grantTypes.includes(grant))) return undefined
  // Section 2.1: the hint is one, and the token itself tells which kind it is. In five parts it is none of ours.
  const dots = fields.token.split('.').length - 1
  if (dots !== 0 && dots !== 2) return undefined
  const found = await (dots === 0 ? refreshToken(services, fields.token) : accessToken(services, fields.token))
  // Section 2.2: who may not know about a token learns no more than of one that does not exist.
  const maySee = found?.client_id === application.clientId || application.introspectsAllTokens
  return found && maySee ? found : { active: false }
}

async function accessToken({ face, accessTokens }: DirectServices, token: string): Promise<Active | undefined> {
  const claims = await accessTokens.claimsOf(token)
  if (!claims) return undefined
  const { sub, client_id, exp, iat, jti, aud, scope, grant_id: grantId } = claims
  return {
    active: true,
    // A client's own token has no user.
    ...(grantId && { sub }),
    client_id,
    exp,
    iat,
    iss: face.issuer,
    jti,
    aud,
    ...(scope && { scope }),
    token_type: 'Bearer',
  }
}

async function refreshToken({ db, face }: DirectServices, token: string): Promise<Active | undefined> {
  const found = await findStandingRefreshToken(db, `${face.statePrefix}RefreshToken`, sha256(token))
  if (!found) return undefined
  const { accountId, exp, iat, sid, scope } = found.payload
  // What the application has lost since, a refresh does not give.
  const scopes = scope?.split(' ').filter((name) => found.registeredScopes.includes(name)) ?? []
  return {
    active: true,
    sub: accountId,
    client_id: found.clientId,
    exp,
    iat,
    ...(sid !== undefined && { sid }),
    iss: face.issuer,
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
  }
}
