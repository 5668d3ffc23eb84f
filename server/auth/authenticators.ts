import { notIssuedYet } from '../contract/policy/authenticate.ts'
import type { Call } from '../contract/request/call.ts'
import type { AuthenticatorsOf } from '../contract/types.ts'
import type { AccessCredentials } from '../domain/access-credentials/access-credentials.ts'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import { refuse } from '../domain/failure.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { ApplicationCaller, Callers, ClientCaller, NamedApplication, UserCaller } from './callers.ts'

const none: ReadonlySet<string> = new Set()

const originOf = ({ info }: Call) => ({ address: info.ip, requestId: info.id })

/** Tells who presents an access token of the Account API: a person through an application, or an application for itself. */
export function accountAuthenticators(accessTokens: AccessTokens): AuthenticatorsOf<'account', Callers['account']> {
  return {
    oauth2: async (credential, call): Promise<UserCaller | ClientCaller | undefined> => {
      const token = await accessTokens.verify(credential)
      if (!token) return undefined
      const { userId, clientId, scopes, roles } = token
      const shared = { clientId, scopes, permissions: none, ...originOf(call) }
      return userId === undefined
        ? { kind: 'client', roles: none, ...shared }
        : { kind: 'user', userId, roles, ...shared }
    },
  }
}

/** Tells which application presents an access credential, or id and secret. */
export function oneAccessAuthenticators(
  credentials: AccessCredentials,
  applications: ApplicationDirectory,
): AuthenticatorsOf<'oneaccess', Callers['oneaccess']> {
  const application = (
    found: { id: string; clientId: string; permissionCodes: readonly string[] } | undefined,
    call: Call,
  ): ApplicationCaller | undefined =>
    found && {
      kind: 'application',
      applicationId: found.id,
      clientId: found.clientId,
      permissions: new Set(found.permissionCodes),
      scopes: none,
      roles: none,
      ...originOf(call),
    }
  return {
    managementToken: async (credential, call) => application(await credentials.holder(credential), call),
    clientBasic: async (credential, call) => {
      const [clientId, secret] = readBasic(credential)
      return application(await applications.authenticate(clientId, secret), call)
    },
    accessToken: notIssuedYet,
    sessionSignature: notIssuedYet,
    stateToken: notIssuedYet,
  }
}

/** The two halves of HTTP Basic, which OAuth has written as form values (RFC 6749 section 2.3.1). */
function readBasic(base64: string): [clientId: string, secret: string] {
  const text = Buffer.from(base64, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  const decoded = [text.slice(0, Math.max(0, colon)), text.slice(colon + 1)].map((half) => {
    const spaced = half.replaceAll('+', ' ')
    try {
      return decodeURIComponent(spaced)
    } catch {
      return half
    }
  })
  return [decoded[0] ?? '', decoded[1] ?? '']
}

/**
 * Finds the application that a request names.
 * @throws Failure application_not_found or application_disabled
 */
export function applicationIdentifier(applications: ApplicationDirectory) {
  return async (clientId: string, call: Call): Promise<NamedApplication> => {
    const found = (await applications.find(clientId)) ?? refuse('application_not_found')
    if (!found.enabled) refuse('application_disabled')
    return {
      kind: 'named-application',
      applicationId: found.id,
      clientId: found.clientId,
      permissions: new Set(found.permissionCodes),
      scopes: none,
      roles: none,
      ...originOf(call),
    }
  }
}
