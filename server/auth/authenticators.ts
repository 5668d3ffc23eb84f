import type { Call } from '../contract/request/call.ts'
import type { AuthenticatorsOf } from '../contract/types.ts'
import type { AccessCredentials } from '../domain/access-credentials/access-credentials.ts'
import type { CallingApplication, CallingApplications } from '../domain/applications/callers.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { ApplicationCaller, Callers, ClientCaller, NamedApplication, UserCaller } from './callers.ts'
import { readBasicPair } from './http-basic.ts'
import { header, type SdkProofs, sdkAuthenticators } from './sdk-authenticators.ts'

const none: ReadonlySet<string> = new Set()

const originOf = ({ info }: Call) => ({ address: info.ip, requestId: info.id })

/** Tells who presents an access token: a person through an application, or an application for itself. */
async function holderOf(
  accessTokens: AccessTokens,
  credential: string,
  call: Call,
): Promise<UserCaller | ClientCaller | undefined> {
  const token = await accessTokens.verify(credential)
  if (!token) return undefined
  const { user, clientId, scopes, roles, token: claims, tokenExpiresAt } = token
  const shared = { clientId, scopes, permissions: none, ...originOf(call) }
  if (!user || !('userId' in claims)) return { kind: 'client', roles: none, ...shared }
  return { kind: 'user', userId: user.id, user, roles, token: claims, tokenExpiresAt, ...shared }
}

/** @param accessTokens those of the Account API's issuer */
export function accountAuthenticators(accessTokens: AccessTokens): AuthenticatorsOf<'account', Callers['account']> {
  return { oauth2: (credential, call) => holderOf(accessTokens, credential, call) }
}

/**
 * Tells which application presents an access credential, or id and secret, and who presents an access token.
 * @param accessTokens those of the OneAccess API's issuer
 */
export function oneAccessAuthenticators(
  accessTokens: AccessTokens,
  credentials: AccessCredentials,
  proofs: SdkProofs,
): AuthenticatorsOf<'oneaccess', Callers['oneaccess']> {
  const { applications } = proofs
  const caller = (found: CallingApplication | undefined, call: Call): ApplicationCaller | undefined => {
    if (!found) return undefined
    const rights = { permissions: new Set(found.permissionCodes), scopes: none, roles: none }
    return { kind: 'application', applicationId: found.id, clientId: found.clientId, ...rights, ...originOf(call) }
  }
  return {
    managementToken: async (credential, call) => caller(await credentials.holder(credential), call),
    clientBasic: async (credential, call) => {
      const basic = readBasicPair(credential)
      return caller(basic && (await applications.withSecret(basic.id, basic.secret, call.info.ip)), call)
    },
    // This issuer gives none to applications for themselves.
    accessToken: async (credential, call) => {
      const holder = await holderOf(accessTokens, credential, call)
      return holder?.kind === 'user' ? holder : undefined
    },
    ...sdkAuthenticators(proofs),
  }
}

/**
 * Finds the application that a request names.
 * @throws Failure application_not_found or application_disabled
 */
export function applicationIdentifier(applications: CallingApplications) {
  return async (name: string, call: Call): Promise<NamedApplication> => {
    applications.requireTenant(header(call, 'x-tenant-id'))
    const { id, clientId, permissionCodes } = await applications.named(name)
    const rights = { permissions: new Set(permissionCodes), scopes: none, roles: none }
    return { kind: 'named-application', applicationId: id, clientId, ...rights, ...originOf(call) }
  }
}
